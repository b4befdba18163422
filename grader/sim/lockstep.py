"""Who runs next, on which side, and when time moves.

One turn does over both sides what one turn of asyncio's loop does in one process: timers that are due become ready, and
then everything that was ready at the beginning runs, oldest first. The side whose loop was started outermost conducts:
the judge's in an async test, the submission's own loop when it calls ``asyncio.run``. The other side runs its
callbacks when it is told to.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn, Protocol, TypeVar

from grader.sim.clock import NANOSECONDS, nanoseconds
from grader.sim.endings import Deadlock, Ending, Horizon, Livelock, Nonsense
from grader.sim.limits import LIMITS, Limits
from grader.sim.loop import VirtualLoop
from grader.sim.schedule import Key, Side, TimerKey

T = TypeVar("T")

LOOKS = 15  # in a second: a bar that grows


class Far(Protocol):
    """What the conductor needs to know of the other side."""

    ready: Key | None
    timer: TimerKey | None
    ending: Ending | None

    def run(self, turn: int, until: Key) -> None:
        """Let the other side run its callbacks of this turn that stand before `until`."""


class Lockstep:
    """The conductor of one side. `far` is the other side, if there is one."""

    def __init__(self, side: Side, limits: Limits = LIMITS) -> None:
        self.side = side
        self.limits = limits
        self.far: Far | None = None
        self.pace: Callable[[int], None] | None = None  # waits in real time until it is so late
        self.explain: Callable[[Ending], Ending] = lambda ending: (
            ending
        )  # may ask the other side before all is over
        self.turns = 0
        self.moves = 0
        self.handovers = 0
        self.messages = 0
        self._ending: Ending | None = None

    def turn(self) -> None:
        """Run one turn of the program. Raises the Ending, where there is nothing left to run."""
        ending, self._ending = self._ending, None
        if ending is not None:  # raised inside a task, which may have kept it to itself
            raise ending
        try:
            self._run_turn()
        except Ending:
            self._ending = None
            raise

    def _run_turn(self) -> None:
        side, far = self.side, self.far
        self._stop_if_ended()
        if self._nothing_is_due():
            self._move_to_the_next_timer()
        else:
            self.turns += 1
            if self.turns > self.limits.turns:
                self.end(
                    Livelock(f"it went on for {self.turns - 1:,} turns of the loop and time did not move")
                )
        turn = side.clock.draw()
        until = (side.clock.draw(), 0, 0)
        for schedule in side.schedules:
            schedule.collect(turn)
        while True:
            mine = side.ready_head()
            theirs = _head_of(far, turn, side.clock.now) if far is not None else None
            first = min(mine or until, theirs or until)
            if first >= until:
                return
            if first == mine:
                side.run(turn, min(theirs or until, until))
            else:
                assert far is not None
                far.run(turn, min(mine or until, until))
                if _head_of(far, turn, side.clock.now) == theirs:
                    self.end(Nonsense("it did not run what it said was ready"))
            self._stop_if_ended()

    def move(self, to: int) -> None:
        """Let it be `to` nanoseconds: nobody has anything to do before."""
        self.moves += 1
        if to > nanoseconds(self.limits.horizon) or self.moves > self.limits.moves:
            seconds = self.side.clock.seconds
            self.end(Horizon(f"the clock ran to {seconds:,.0f} s and there was no end in sight"))
        self.turns = self.handovers = 0
        if self.pace is not None:
            self.pace(to)
        self.side.clock.now = to

    def end(self, ending: Ending) -> NoReturn:
        """Give up. What this side still has to clean up, it does alone."""
        self.turns = self.moves = self.handovers = self.messages = 0
        far, self.far = self.far, None
        if far is not None:
            if far.ending is None:
                far.ending = self.explain(ending)
            ending = far.ending
        self._ending = ending
        raise ending

    def count_handover(self) -> None:
        """Count a message; too many of them at one instant are an Ending."""
        self.messages += 1
        self.handovers += 1
        if self.messages > self.limits.messages:
            self.end(Horizon(f"it made {self.messages - 1:,} calls and there was no end in sight"))
        if self.handovers > self.limits.handovers:
            self.end(Livelock(f"it made {self.handovers - 1:,} calls and time did not move"))

    def _stop_if_ended(self) -> None:
        if self.far is not None and self.far.ending is not None:
            self.end(self.far.ending)

    def _nothing_is_due(self) -> bool:
        now = self.side.clock.now
        if self.side.ready_head() is not None or (self.far is not None and self.far.ready is not None):
            return False
        head = self._earliest_timer()
        return head is None or head[0] > now

    def _earliest_timer(self) -> TimerKey | None:
        heads = (self.side.timer_head(), self.far.timer if self.far is not None else None)
        return min(filter(None, heads), default=None)

    def _move_to_the_next_timer(self) -> None:
        head = self._earliest_timer()
        if head is None:
            self.end(Deadlock("everybody waits, and nobody will wake them"))
        self.move(head[0])


def _head_of(far: Far, turn: int, now: int) -> Key | None:
    """Where the oldest callback of the other side stands, timers that are due included."""
    head = far.ready
    if far.timer is not None and far.timer[0] <= now and far.timer[1] < turn:
        timer = (turn, *far.timer)
        return timer if head is None else min(head, timer)
    return head


def new_loop(limits: Limits = LIMITS) -> VirtualLoop:
    """A virtual loop that conducts itself, alone."""
    side = Side()
    return VirtualLoop(side, Lockstep(side, limits).turn)


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine alone, in virtual time from 0 s on. Raises what it raises, or an Ending.

    >>> async def nap():
    ...     await asyncio.sleep(3600)
    ...     return asyncio.get_running_loop().time()
    >>> run(nap())
    3600.0
    """
    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(main)


def in_real_time(
    speed: float,
    now: Callable[[], float],
    sleep: Callable[[float], None],
    *,
    look: Callable[[float], None] | None = None,
) -> Callable[[int], None]:
    """A pace for `Lockstep.pace`: virtual seconds pass `speed` times as fast as the seconds of `now`.

    `look` is told the virtual seconds `LOOKS` times in a second of `now`. Nothing else happens meanwhile.
    """
    start = now()

    def wait_until(to: int) -> None:
        while (left := to / NANOSECONDS / speed - (now() - start)) > 0:
            if look is None:
                sleep(left)
                return
            look((now() - start) * speed)
            sleep(min(left, 1 / LOOKS))

    return wait_until
