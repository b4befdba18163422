"""Where a command writes, and what the terminal can show."""

from __future__ import annotations

import os
import shutil
import sys


def width() -> int:
    """Columns; a wider terminal than 120 is not filled."""
    return min(shutil.get_terminal_size((80, 24)).columns, 120)


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
