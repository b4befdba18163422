"""Noticing a step that blocked although no patched call did: a socket, a subprocess, a lock taken from the C library.

Between two hand-overs, real time that is neither processor time of this thread nor time that it stood in the
queue for a processor was spent waiting, if the thread has given its processor away by itself: a machine that stands
still for a moment takes it away. The wait is charged to the virtual clock in steps of 0.1 s, so that the
verdict repeats. Linux tells these numbers; elsewhere such a wait is not noticed.
"""

from __future__ import annotations

import math
import os
import time
from pathlib import Path

from grader.sim.clock import nanoseconds
from grader.worker.kernel import kernel
from grader.worker.threads import threads

STATISTICS = "/proc/thread-self/schedstat"  # processor time, time in the queue, both in nanoseconds (proc(5))
NOTICED = 0.05  # seconds
STEP = 0.1  # seconds
SLACK = 0.02  # seconds by which a wait is longer than what was asked for
UNKNOWN_LINE = -1


class Watch:
    """Measures the steps of the main thread."""

    # In a class, where freezegun does not look for clocks to replace.
    wall = staticmethod(time.perf_counter)
    processor = staticmethod(time.thread_time)

    def __init__(self) -> None:
        import resource  # Windows has none, and this is made on Linux alone

        self._resource = resource
        self._fd = os.open(STATISTICS, os.O_RDONLY)
        self._start = (0.0, 0.0, 0.0)
        self._sleeps = 0
        self._charging = False

    def step_begins(self) -> None:
        """Control has come to this side."""
        self._start = self._now()
        self._sleeps = self._times_it_slept()

    def step_ends(self) -> None:
        """Control goes to the other side."""
        if self._charging or threads.were_used:  # to wait for a thread of the submission is no such wait
            return
        wall, processor, queue = (now - then for now, then in zip(self._now(), self._start, strict=True))
        waited = wall - processor - queue
        if waited > NOTICED and self._times_it_slept() > self._sleeps:
            steps = max(1, math.ceil((waited - SLACK) / STEP))
            self._charging = True
            kernel.advance(kernel.side.clock.now + nanoseconds(steps * STEP), UNKNOWN_LINE)
            self._charging = False

    def _now(self) -> tuple[float, float, float]:
        queue = int(os.pread(self._fd, 100, 0).split()[1]) / 1e9
        return self.wall(), self.processor(), queue

    def _times_it_slept(self) -> int:
        return self._resource.getrusage(self._resource.RUSAGE_THREAD).ru_nvcsw


def prepare() -> None:
    """Open what the kernel tells about this thread, while files can still be opened."""
    if Path(STATISTICS).exists():
        _watches.append(Watch())


def begin() -> None:
    """Watch all steps from now on."""
    for watch in _watches:
        assert kernel.peer is not None
        kernel.peer.on_control_taken = watch.step_begins
        kernel.peer.on_control_given = watch.step_ends
        watch.step_begins()


_watches: list[Watch] = []  # one, where the system tells these numbers
