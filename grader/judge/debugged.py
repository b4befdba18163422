"""Workers that somebody looks into with a debugger: each has the terminal of this process.

There is no sandbox and no guard: it is the student's own file on the student's own machine, and nobody may be ended
while they think at a prompt.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from grader.judge.workers import PROGRAM, Worker
from grader.sim.limits import LIMITS, Limits
from grader.sim.zygote import LEFT
from grader.verdict import Isolation


class DebuggedWorkers:
    """One process for each test, in the foreground of the terminal. `was_left`: somebody has left the debugger, and
    the verdict is about that."""

    isolation = Isolation(0, ("process",))

    def __init__(self) -> None:
        self.was_left = False
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, limits: Limits = LIMITS) -> Worker:
        """A fresh process, and nothing that ends it."""
        theirs_read, ours_write = os.pipe()
        ours_read, theirs_write = os.pipe()
        words, options = _inherited((theirs_read, theirs_write))
        # PYTHONHASHSEED: as in a check. -P: nothing of the current folder stands in for the standard library.
        environment = os.environ | {"PYTHONHASHSEED": "0", "TZ": "UTC"}
        command = [sys.executable, "-P", str(PROGRAM), "debugged", "", *words]
        self._process = subprocess.Popen(command, env=environment, **options)  # noqa: S603 (no word of it comes from a submission)
        os.close(theirs_read)
        os.close(theirs_write)
        return Worker(self, self._process.pid, ours_read, ours_write, limits)

    def kill(self, _worker: Worker) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def wait(self, _worker: Worker) -> int:
        """The wait status of the process."""
        assert self._process is not None
        code = self._process.wait()
        self.was_left = code == LEFT
        return -code if code < 0 else code << 8

    def forget(self, _worker: Worker, /) -> None:
        """Nobody guards it."""

    def close(self) -> None:
        """All of them have ended with their tests."""


@contextmanager
def ctrl_c_is_theirs() -> Iterator[None]:
    """Let Ctrl-C reach the debugger alone. Both processes are in the foreground and get it."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _inherited(fds: Sequence[int]) -> tuple[list[str], dict[str, Any]]:
    """The words for a process that inherits these descriptors, and what Popen must be told."""
    if sys.platform == "win32":
        import msvcrt

        handles = [msvcrt.get_osfhandle(fd) for fd in fds]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        return [str(handle) for handle in handles], {"close_fds": False}
    return [str(fd) for fd in fds], {"pass_fds": fds}
