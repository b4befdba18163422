"""What a side has to do: ready callbacks and timers, in the one order that holds over both sides.

asyncio's own timers compare by time alone, and its heap is not stable: four tasks that each sleep for one
second wake as 0, 2, 1, 3. In real time deadlines differ by microseconds, so what a program's author sees is
first come, first served. Here every callback has a number from the sequence that both sides share, and ties
follow it.
"""

from __future__ import annotations

import heapq
from asyncio import Handle, TimerHandle
from collections import deque

from grader.sim.clock import Clock

# Where a ready callback stands: (number, 0, 0), or for a timer that has become due (the turn's number, when, number).
Key = tuple[int, int, int]
# Where a timer stands: (when in nanoseconds, number).
TimerKey = tuple[int, int]


class Schedule:
    """The callbacks of one event loop."""

    __slots__ = ("clock", "ready", "timers")

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.ready: deque[tuple[Key, Handle]] = deque()
        self.timers: list[tuple[int, int, TimerHandle]] = []

    def add(self, handle: Handle) -> None:
        """Run `handle` after everything that is ready now."""
        self.ready.append(((self.clock.draw(), 0, 0), handle))

    def add_timer(self, when: int, handle: TimerHandle) -> None:
        """Make `handle` ready at `when` nanoseconds."""
        heapq.heappush(self.timers, (when, self.clock.draw(), handle))

    def ready_head(self) -> Key | None:
        """Where the first ready callback stands."""
        ready = self.ready
        while ready:
            key, handle = ready[0]
            if not handle.cancelled():
                return key
            ready.popleft()
        return None

    def timer_head(self) -> TimerKey | None:
        """Where the first timer stands."""
        timers = self.timers
        while timers:
            when, number, handle = timers[0]
            if not handle.cancelled():
                return when, number
            heapq.heappop(timers)
        return None

    def collect(self, turn: int) -> None:
        """Make the timers that are due ready, as they are at the beginning of the turn numbered `turn`.

        Timers that the turn itself sets wait for the next one, as in asyncio.
        """
        timers, ready, now = self.timers, self.ready, self.clock.now
        if not timers or timers[0][0] > now:
            return
        later, since = [], []
        beginning = (turn, 0, 0)
        while ready and ready[-1][0] > beginning:  # made ready by the other side in this turn: it comes after
            since.append(ready.pop())
        while timers and timers[0][0] <= now:
            when, number, handle = heapq.heappop(timers)
            if number > turn:
                later.append((when, number, handle))
            elif not handle.cancelled():
                ready.append(((turn, when, number), handle))
        ready.extend(reversed(since))
        for timer in later:
            heapq.heappush(timers, timer)

    def clear(self) -> None:
        """Forget everything."""
        self.ready.clear()
        self.timers.clear()


class Side:
    """One of the two sides: its clock, and the schedules whose callbacks may run now."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.schedules: list[Schedule] = []

    def enter(self, schedule: Schedule) -> None:
        """Let the callbacks of `schedule` run, until `leave`."""
        if schedule not in self.schedules:
            self.schedules.append(schedule)

    def leave(self, schedule: Schedule) -> None:
        """Let the callbacks of `schedule` wait."""
        if schedule in self.schedules:
            self.schedules.remove(schedule)

    def ready_head(self) -> Key | None:
        """Where the oldest ready callback of this side stands."""
        return min(filter(None, map(Schedule.ready_head, self.schedules)), default=None)

    def timer_head(self) -> TimerKey | None:
        """Where the earliest timer of this side stands."""
        return min(filter(None, map(Schedule.timer_head, self.schedules)), default=None)

    def run(self, turn: int, until: Key) -> None:
        """Run this side's callbacks of the turn numbered `turn` that stand before `until`, in order."""
        for schedule in self.schedules:
            schedule.collect(turn)
        while True:
            oldest = None
            for schedule in self.schedules:
                head = schedule.ready_head()
                if head is not None and head < until and (oldest is None or head < oldest[0]):
                    oldest = head, schedule
            if oldest is None:
                return
            _, handle = oldest[1].ready.popleft()
            handle._run()
            del handle
