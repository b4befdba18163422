"""Text that a student controls, made harmless to show: nothing in it moves a cursor, turns a line around or hides."""

from __future__ import annotations


def one_line(text: str, encoding: str = "utf-8") -> str:
    r"""`text` on one line. What is not printable (line ends, escapes, marks of direction) is written as in a Python
    string, `\n` or `\u202e`; so is what `encoding` does not have."""
    if text.isprintable() and (text.isascii() or encoding == "utf-8"):  # as nearly all text is
        return text
    shown = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
    return shown.encode(encoding, "backslashreplace").decode(encoding)


def lines(text: str, encoding: str = "utf-8") -> list[str]:
    """`text` line by line, each as `one_line` makes it, tabs as spaces."""
    return [
        one_line(line.expandtabs(4), encoding).rstrip() for line in text.replace("\r\n", "\n").split("\n")
    ]


def no_command(line: str) -> str:
    """`line` such that the log of a workflow shows it, and does not obey it.

    Runners take a line that begins with `::word` (or has `##[word]` anywhere) for a command of the workflow.
    """
    start = len(line) - len(line.lstrip())
    if line.startswith("::", start):
        line = f"{line[:start]}: {line[start + 1 :]}"
    return line.replace("##[", "# #[")
