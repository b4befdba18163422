"""What the submission prints: sent to the judge line by line, with its virtual time, up to a limit."""

from __future__ import annotations

import io
import os
import sys

from grader.sim.limits import LIMITS
from grader.worker.kernel import kernel


class Output(io.TextIOBase):
    """Stands in for sys.stdout and sys.stderr."""

    def __init__(self) -> None:
        self.limit = LIMITS.output  # characters; the judge counts again
        self.sent = 0
        self.dropped = 0
        self._line = ""

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        room = max(0, self.limit - self.sent)
        self.sent += min(room, len(text))
        self.dropped += len(text) - min(room, len(text))
        self._line += text[:room]
        if "\n" in self._line:
            self.flush()
        return len(text)

    def flush(self) -> None:
        line, self._line = self._line, ""
        if line and kernel.peer is not None and kernel.peer.ending is None:
            kernel.peer.call(0, "printed", (line,), {})


def capture() -> Output:
    """Let all that is printed go to the judge; what is written past Python goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    os.close(nothing)
    output = Output()
    sys.stdout = sys.stderr = output
    sys.stdin = io.StringIO()
    return output
