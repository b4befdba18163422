"""What the HTML files of the kit have in common: templates that escape by themselves, and what a policy names."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from grader.report.plain import shown_line


def environment(
    package: str, folder: str = "templates", *, finalize: Callable[[Any], Any] | None = None
) -> jinja2.Environment:
    """The templates in `folder` of `package`. `finalize` is what becomes of each value that is put into them."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader(package, folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # nobody changes them while a class is graded
        finalize=finalize,
    )
    made.filters["prose"] = with_code
    return made


class Inline(str):
    """Text of the kit's own that is no data: it stands in a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def harmless(value: Any) -> Any:
    """What a template puts in a page: all text but markup is bounded, and nothing in it acts."""
    return shown_line(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@lru_cache(maxsize=2_000)  # titles and explanations are those of the whole class
def with_code(text: str) -> Markup:
    """The kit's own words, with `code` as such."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 (it is escaped)


def policy_source(text: str) -> str:
    """An inline element as a Content-Security-Policy names it: by the hash of what stands between its tags."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
