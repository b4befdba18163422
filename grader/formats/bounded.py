"""Text that a student controls, as other systems receive it: harmless to show, and bounded."""

from __future__ import annotations

from grader.report import plain


def line(text: str, most: int = 200) -> str:
    """`text` on one line of at most `most` characters, beside the words that say how much was cut."""
    return _cut(plain.no_command(plain.one_line(text[:most])), len(text), most)


def block(text: str, most: int = 2000) -> str:
    """`text` line by line, of at most `most` characters, beside the words that say how much was cut."""
    lines = plain.lines(text[:most].strip("\n"))
    return _cut("\n".join(map(plain.no_command, lines)), len(text), most)


def _cut(shown: str, length: int, most: int) -> str:
    # What is not printable is written out, and longer than it was.
    return (
        shown
        if length <= most and len(shown) <= most
        else f"{shown[:most]}… (cut: {length} characters in all)"
    )
