"""Markdown that lies on a student's desk becomes HTML: lessons, and the tasks of exercises.

Whoever edits it cannot make it act: no HTML passes, no picture is loaded, and a link leads to the web or to a place of
the same page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from grader.report import plain

DEEPEST_HEADING = 6

_EXAMPLE = re.compile(r"^>>>", re.MULTILINE)  # in Markdown a quotation in a quotation in a quotation


class Lesson(NamedTuple):
    """A text with a title: its first heading, or its first line."""

    title: str
    body: Markup


def render_lesson(text: str, *, level: int, places: Mapping[str, str] | None = None) -> Lesson:
    """`text` as HTML. Its first heading becomes the title; the others are of `level` and deeper.

    `places`: where links of the text lead on the page, by their address there. Other links that do not lead to the web
    are words.
    """
    tokens = _parser().parse("\n".join(plain.lines(text)))
    title = ""
    if [token.type for token in tokens[:1]] == ["heading_open"]:
        title, tokens = _words(tokens[1]), tokens[3:]
    for token in tokens:
        _put_in_its_place(token, level, places or {})
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type == "th_open" and not inline.content:
            opening.tag = closing.tag = "td"  # the corner of a table is the heading of nothing
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Lesson(title, Markup(html))  # noqa: S704 (the renderer escapes, and lets no HTML through)


def render_task(docstring: str, *, level: int) -> Lesson:
    """The docstring of an exercise as HTML: its first line is the title."""
    title, _, rest = docstring.partition("\n")
    rest = _EXAMPLE.sub("    >>>", rest)
    return Lesson(plain.one_line(title.strip()), render_lesson(rest, level=level).body)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable("image")  # what it shows is not on the page
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _table_open(_renderer: object, _tokens: object, _place: int, _options: object, _env: object) -> str:
    return '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>\n'


def _table_close(_renderer: object, _tokens: object, _place: int, _options: object, _env: object) -> str:
    return "</table></div>\n"


def _put_in_its_place(token: Token, level: int, places: Mapping[str, str]) -> None:
    match token.type:
        case "heading_open" | "heading_close":
            deeper = int(token.tag.removeprefix("h")) - 2  # the first heading is the title; below it comes h2
            token.tag = f"h{min(max(level + deeper, level), DEEPEST_HEADING)}"
        case "fence" | "code_block":
            token.attrSet("tabindex", "0")  # it scrolls where it is wider than a phone: keys have to reach it
        case "inline":
            token.children = _with_safe_links(token.children or [], places)
        case _:
            pass


def _with_safe_links(children: list[Token], places: Mapping[str, str]) -> list[Token]:
    kept: list[Token] = []
    is_link: list[bool] = []  # of the links that are open
    for token in children:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            place = places.get(address) or (address if address.startswith(("https://", "http://")) else "")
            is_link.append(bool(place))
            token.attrs = {"href": place}
        if token.type in ("link_open", "link_close"):
            is_shown = is_link[-1]
            if token.type == "link_close":
                is_link.pop()
            if not is_shown:
                continue
        kept.append(token)
    return kept


def _words(heading: Token) -> str:
    return "".join(child.content for child in heading.children or [])
