"""Text that a student controls, made harmless to show: nothing in it moves a cursor, turns a line around or hides."""

from __future__ import annotations

MOST_LINE_CHARACTERS = 500  # of a name, a path, a title, a sentence
MOST_TEXT_CHARACTERS = 4_000  # of a message
MOST_TEXT_LINES = 60


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


def shown_line(text: str, most: int = MOST_LINE_CHARACTERS) -> str:
    """`text` on one line, harmless, at most `most` characters of it and how many more there were."""
    if len(text) > most:
        return f"{one_line(text[:most])}… ({len(text) - most:,} more characters)"
    return one_line(text)


def shown_text(
    text: str, most_characters: int = MOST_TEXT_CHARACTERS, most_lines: int = MOST_TEXT_LINES
) -> str:
    """`text` of several lines, harmless and bounded, with a last line that says what was cut."""
    kept = text[:most_characters]
    kept_lines = lines(kept)
    cut = len(text) - len(kept)
    if len(kept_lines) > most_lines:
        cut += sum(len(line) + 1 for line in kept_lines[most_lines:])
        kept_lines = kept_lines[:most_lines]
    if cut:
        kept_lines.append(f"… ({cut:,} more characters)")
    return "\n".join(kept_lines)


def no_command(line: str) -> str:
    """`line` such that the log of a workflow shows it, and does not obey it.

    Runners take a line that begins with `::word` (or has `##[word]` anywhere) for a command of the workflow.
    """
    start = len(line) - len(line.lstrip())
    if line.startswith("::", start):
        line = f"{line[:start]}: {line[start + 1 :]}"
    return line.replace("##[", "# #[")
