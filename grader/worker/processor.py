"""Virtual computing: processor seconds, shared as the threads of one process share it.

Only one thread of a process runs Python code at a time, and the interpreter lets them take turns every few
milliseconds. So n threads that compute together get an n-th of the time each; a thread that waits takes no part. The
turns themselves are not played: who computes, and how much each still has to, gives the moment at which the next one
has done.

A virtual process (`processes`) has a processor of its own.
"""

from __future__ import annotations

import asyncio
import heapq
import math
from collections import defaultdict
from fractions import Fraction

from grader.sim.clock import NANOSECONDS
from grader.worker.kernel import kernel
from grader.worker.threads import Wait, threads


class Processor:
    """What the threads of one process compute on."""

    def __init__(self) -> None:
        # How many nanoseconds somebody would have got who had computed all the time; it grows while anybody does.
        self._served = Fraction(0)
        self._served_at = 0
        # Who computes: what `_served` is when they have done, who came first, whom to wake.
        self._computing: list[tuple[Fraction, int, Wait]] = []
        self._timer: asyncio.TimerHandle | None = None

    def compute(self, seconds: float) -> None:
        """Take `seconds` of this processor. In the event loop's own thread that blocks the loop."""
        clock = kernel.side.clock
        work = clock.after(seconds) - clock.now
        if work == 0:
            return
        self._serve()
        wait = Wait(threads)
        heapq.heappush(self._computing, (self._served + work, clock.draw(), wait))
        self._set_timer()
        wait.until_woken()

    def _serve(self) -> None:
        """Note what those who compute have got since the last time."""
        now = kernel.side.clock.now
        if self._computing:
            self._served += Fraction(now - self._served_at, len(self._computing))
        self._served_at = now

    def _set_timer(self) -> None:
        """Be called when the next one has done."""
        if self._timer is not None:
            self._timer.cancel()
        if self._computing:
            left = (self._computing[0][0] - self._served) * len(self._computing)
            self._timer = threads.call_later(math.ceil(left) / NANOSECONDS, self._wake)

    def _wake(self) -> None:
        self._serve()
        while self._computing and self._computing[0][0] <= self._served:
            heapq.heappop(self._computing)[2].wake()
        self._set_timer()


def compute(seconds: float) -> None:
    """Compute for `seconds` of virtual processor time, in the process of the thread that runs."""
    _processors[threads.process].compute(seconds)


_processors: defaultdict[int, Processor] = defaultdict(Processor)  # of each virtual process
