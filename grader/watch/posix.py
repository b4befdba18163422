"""The keyboard of Linux, macOS and other systems with termios."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable
from types import FrameType
from typing import Self

from grader.watch.decisions import Event, HungUp, Pressed, Resized
from grader.watch.keys import keys_in

assert sys.platform != "win32"

STDIN = 0
ESCAPE_DELAY = 0.05  # seconds within which a key sends the rest of its sequence


class Keyboard:
    """Reads keys in a thread of its own, so that none waits in line behind a check. See `keys.keyboard`.

    Signals come to the main thread, so that is where it is entered and left.
    """

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._thread = threading.Thread(target=self._read, name="reading keys", daemon=True)

    def __enter__(self) -> Self:
        self._before = termios.tcgetattr(STDIN)
        self._handlers = {
            signal.SIGTSTP: signal.signal(signal.SIGTSTP, self._stop),
            signal.SIGCONT: signal.signal(signal.SIGCONT, self._go_on),
        }
        self._wake, self._woken = os.pipe()[::-1]
        self._take_keys_one_by_one()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._restore()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.close(self._wake)
        self._thread.join()
        os.close(self._woken)

    def _take_keys_one_by_one(self) -> None:
        settings = termios.tcgetattr(STDIN)
        settings[0] &= ~termios.IXON  # Ctrl-S out of habit would freeze the screen
        settings[3] &= ~(termios.ICANON | termios.ECHO)
        settings[6][termios.VMIN], settings[6][termios.VTIME] = 1, 0
        termios.tcsetattr(STDIN, termios.TCSANOW, settings)  # NOW: FLUSH would lose what was typed ahead

    def _restore(self) -> None:
        with contextlib.suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(STDIN, termios.TCSANOW, self._before)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        """Ctrl-Z: give the terminal back, and stop as if nobody had caught it; on `fg` it goes on here."""
        self._restore()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._stop)

    def _go_on(self, _number: int, _frame: FrameType | None) -> None:
        """The shell has used the terminal meanwhile."""
        self._take_keys_one_by_one()
        self._tell(Resized())

    def _read(self) -> None:
        rest = ""
        while True:
            ready, _, _ = select.select([STDIN, self._woken], [], [], ESCAPE_DELAY if rest else None)
            if self._woken in ready:
                return
            if not ready:  # Escape, by itself
                self._tell(Pressed("\x1b"))
                rest = ""
                continue
            try:
                data = os.read(STDIN, 1024)
            except OSError:  # the terminal is gone
                data = b""
            if not data:
                self._tell(HungUp())
                return
            keys, rest = keys_in(rest + data.decode("utf-8", "replace"))
            for key in keys:
                self._tell(Pressed(key))
