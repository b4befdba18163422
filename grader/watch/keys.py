"""Single keys of a terminal, and leaving it as it was."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

from grader.watch.decisions import Event

# What keys that are no characters send: arrows, function keys, Alt with a letter; and what terminals report.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[O\]])", re.DOTALL)


def keys_in(text: str) -> tuple[list[str], str]:
    """The keys that were pressed, and what may be the beginning of a sequence whose end has not come yet."""
    plain = _SEQUENCE.sub("", text)
    keys, escape, rest = plain.partition("\x1b")
    return list(keys), escape + rest


def keyboard(tell: Callable[[Event], None]) -> AbstractContextManager[object]:
    """Tells of each key on standard input, which has to be a terminal, while in a `with` block. After it, and while
    the process is stopped (Ctrl-Z), the terminal is as it was before."""
    if sys.platform == "win32":
        from grader.watch.windows import Keyboard
    else:
        from grader.watch.posix import Keyboard
    return Keyboard(tell)
