"""Text for Markdown as GitHub and others read it: nothing in it becomes a link, a mention, a heading or HTML.

Backslashes do not keep GitHub from making links and mentions out of a text: it looks for them in what Markdown has
become. In code it does not look. So what others control is code, unless it is plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from grader.report import plain

_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_SPECIAL = re.compile(r"([\\*_{}\[\]<>#|~&@])")
_MARKER = re.compile(
    r"^(\d*)(?=[-+.)](?: |$)|[-= ]+$)"
)  # of a list, a heading or a rule, where a line begins
_CODE = re.compile(r"(`+)(.+?)\1(?!`)")


def words(text: str) -> str:
    """What somebody else controls, within a line: letters as they are (a name), anything else as code."""
    return text if _WORDS.fullmatch(text) else code(text)


def code(text: str) -> str:
    """A piece of code within a line, whatever backticks are in it."""
    shown = plain.one_line(text)
    if not shown.strip():
        return "(empty)"
    fence = "`" * (_longest_run(shown) + 1)
    space = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{fence}{space}{shown}{space}{fence}"


def block(lines: Iterable[str]) -> str:
    """Lines as a block of code, with a fence that none of them can close. They are clean (`plain.lines`)."""
    lines = list(lines)
    fence = "`" * max(_longest_run("\n".join(lines)) + 1, 3)
    return "\n".join([f"{fence}text", *lines, fence])


@lru_cache(maxsize=2_000)  # titles and explanations are those of the whole class
def prose(text: str) -> str:
    """The kit's own words, and an instructor's, on one line: `code` stays code, all else is read as it is written."""
    text = plain.one_line(" ".join(text.split()))
    parts, end = [], 0
    for found in _CODE.finditer(text):
        parts += [_escaped(text[end : found.start()]), found[0]]
        end = found.end()
    shown = "".join([*parts, _escaped(text[end:])])
    return _MARKER.sub(r"\1\\", shown)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("`", r"\`")


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)
