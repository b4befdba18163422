"""The keyboard of Windows, and its console's output."""

from __future__ import annotations

import ctypes
import msvcrt
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes
from typing import Self

from grader.watch.decisions import Event, Pressed

assert sys.platform == "win32"

LOOK_EVERY = 0.05  # seconds
NO_CHARACTER = ("\x00", "\xe0")  # an arrow or a function key: the next one says which

_STDOUT = -11
_OBEY_ESCAPES = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING: older consoles show them otherwise


class Keyboard:
    """Reads keys in a thread of its own. See `keys.keyboard`."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._read, name="reading keys", daemon=True)

    def __enter__(self) -> Self:
        self._output = ctypes.windll.kernel32.GetStdHandle(_STDOUT)
        self._before = wintypes.DWORD()
        self._is_console = ctypes.windll.kernel32.GetConsoleMode(self._output, ctypes.byref(self._before))
        self._set_output(self._before.value | _OBEY_ESCAPES)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._thread.join()
        self._set_output(self._before.value)

    def _set_output(self, mode: int) -> None:
        if self._is_console:
            ctypes.windll.kernel32.SetConsoleMode(self._output, mode)

    def _read(self) -> None:
        while not self._closed.wait(LOOK_EVERY):
            while msvcrt.kbhit():
                key = msvcrt.getwch()
                if key in NO_CHARACTER:
                    msvcrt.getwch()
                else:
                    self._tell(Pressed(key))
