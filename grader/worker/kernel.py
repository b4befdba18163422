"""The worker's end of the border: its clock, its loops, and how it asks the judge for time.

There is one kernel in a process, `kernel`: the clocks and locks that the submission finds in the standard library are
patched before its file is loaded, and all of them look here.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from types import CodeType, FrameType
from typing import Any, NoReturn

from grader.sim.endings import Ending
from grader.sim.lockstep import Lockstep
from grader.sim.loop import VirtualLoop
from grader.sim.messages import Advance
from grader.sim.peer import Peer
from grader.sim.schedule import Side


class AskingLockstep(Lockstep):
    """Conducts the submission's own loop, when it calls ``asyncio.run``. The judge keeps the time, and the limits."""

    def move(self, to: int) -> None:
        kernel.advance(to, 0)
        self.turns = self.handovers = 0

    def end(self, ending: Ending) -> NoReturn:
        kernel.end(ending)

    def count_handover(self) -> None:
        """The judge counts."""


class Kernel:
    """What the patched parts of the standard library need to know. `filename` and `code` are the submission's, and
    `module` is the name under which it is imported."""

    module = "submission"

    def __init__(self) -> None:
        self.filename = ""
        self.code: CodeType | str = ""
        self.peer: Peer | None = None
        self.begin()

    def begin(self) -> None:
        """Start at virtual time 0, with nothing to do."""
        self.side = Side()
        self.lockstep = AskingLockstep(self.side)
        self.loop = VirtualLoop(self.side, self.lockstep.turn)
        self.loops: list[VirtualLoop] = []  # those that the submission made
        self.loop_errors: list[dict[str, Any]] = []
        self.loop.set_exception_handler(self.note_loop_error)
        self.conducts = True  # until an async test's loop does

    def join(self, peer: Peer) -> None:
        """Use this end of the border."""
        self.peer = peer
        self.lockstep.far = peer

    def watch(self, loop: VirtualLoop) -> VirtualLoop:
        """Take note of a loop that the submission made."""
        loop.set_exception_handler(self.note_loop_error)
        self.loops.append(loop)
        return loop

    def follow(self) -> None:
        """Let the judge's loop conduct: the submission's code runs as if inside a running loop, for ever."""
        assert self.peer is not None
        self.conducts = False
        self.peer.loop = self.loop
        self.loop.settle_in()

    def note_loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """The exception handler of every loop."""
        if isinstance(context.get("exception"), asyncio.CancelledError) and "handle" not in context:
            return  # a `gather` that nobody looks at after its cancellation: no error, and reported by 3.11 alone
        self.loop_errors.append(
            {"message": str(context.get("message")), "exception": repr(context.get("exception"))}
        )

    def advance(self, to: int, line: int) -> None:
        """Ask the judge that it be `to` nanoseconds. `line` is where the submission blocks, 0 where it does not."""
        if to > self.side.clock.now and self.peer is not None:
            self.peer.request(Advance(to, line))

    def end(self, ending: Ending) -> NoReturn:
        """Tell the judge that the run is over. It ends this process."""
        assert self.peer is not None
        self.peer.call(0, "ended", (ending.reason, str(ending)), {})
        raise ending

    def line(self) -> int:
        """The line of the submission that is running, 0 if none is."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == self.filename:
                return frame.f_lineno
            frame = frame.f_back
        return 0


def settle_garbage() -> None:
    """What a fork inherits is neither collected nor reported by the child; a collection in the child is cheap."""
    gc.collect()
    gc.freeze()


kernel = Kernel()
