"""A real terminal for tests: a program runs in it, keys are pressed, and what it shows is read."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from typing import Self

GUARD = 45  # seconds: what is waited for comes, or the test fails

# The program has this terminal for its own, so that Ctrl-C and Ctrl-Z reach it; and it does not ignore them, as the
# tests may have to, which a shell has started in the background.
_OWN_TERMINAL = """
import fcntl, os, signal, sys, termios
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")


class PseudoTerminal:
    """`command` in a terminal of its own. Use it in a `with` block."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 80, rows: int = 40, **options: object
    ) -> None:
        self._ours, self._theirs = pty.openpty()
        self.resize(columns, rows)
        self.settings_before = self.settings
        words = [sys.executable, "-c", _OWN_TERMINAL, *command]
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), self._theirs)
        self.process = subprocess.Popen(words, start_new_session=True, **streams | options)
        self._shown = b""
        self._read = 0  # characters that `until` has passed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def seen(self) -> str:
        """All that was shown so far, without what moves the cursor or colours."""
        return _ESCAPES.sub("", self._shown.decode(errors="replace")).replace("\r\n", "\n")

    @property
    def settings(self) -> list[object]:
        """What termios says of it now."""
        return termios.tcgetattr(self._theirs)

    def resize(self, columns: int, rows: int = 40) -> None:
        """Give it another size."""
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Press keys; "\\x03" is Ctrl-C."""
        os.write(self._ours, keys.encode())

    def until(self, text: str) -> str:
        """Wait until `text` is shown, after what was waited for last; what was shown from there up to it."""
        deadline = time.monotonic() + GUARD
        while text not in self.seen[self._read :]:
            assert time.monotonic() < deadline, f"{text!r} did not come:\n{self.seen[self._read :]}"
            self._take_what_is_there()
        end = self.seen.index(text, self._read) + len(text)
        shown, self._read = self.seen[self._read : end], end
        return shown

    def code(self) -> int:
        """Wait for the end of the program: its exit code."""
        deadline = time.monotonic() + GUARD
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it goes on:\n{self.seen[self._read :]}"
            self._take_what_is_there()
        self._take_what_is_there()
        return self.process.returncode

    def _take_what_is_there(self) -> None:
        if select.select([self._ours], [], [], 0.05)[0]:
            self._shown += os.read(self._ours, 65536)
