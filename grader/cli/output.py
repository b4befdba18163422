"""Where a command writes, and what the terminal can show."""

from __future__ import annotations

import os
import shutil
import sys

WIDEST = 120  # columns; a wider terminal is not filled


def width() -> int:
    """Columns of the terminal."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def size_now() -> tuple[int, int]:
    """Columns and lines of a terminal on standard output, as they are now. The variable COLUMNS does not count: it
    says what they were when a program was started."""
    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    return min(columns or 80, WIDEST), lines or 24  # a serial line does not know its size


def height() -> int:
    """Lines of the terminal."""
    return shutil.get_terminal_size((80, 24)).lines


def color() -> bool:
    """See https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def encoding() -> str:
    """Of standard output."""
    return sys.stdout.encoding or "ascii"


def complain(text: object) -> None:
    """Say `text` on standard error."""
    sys.stderr.write(f"{text}\n")


def write(text: str) -> None:
    """Write `text` on standard output; what its encoding lacks becomes a question mark."""
    sys.stdout.buffer.write(text.encode(encoding(), "replace"))
    sys.stdout.flush()
