"""An asyncio event loop whose time is given to it.

This is the one module that leans on private parts of asyncio: `BaseEventLoop._run_once` and `_call_soon`, the current
task (`_enter_task`, `_leave_task`), the running loop, and the thread that a loop runs in. They are the same from
Python 3.11 to 3.14; ``tests/grader/test_loop.py`` runs on each.
"""

from __future__ import annotations

import asyncio
import contextvars
import math
import sys
import threading
from asyncio import events, tasks
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from grader.sim.clock import NANOSECONDS, nanoseconds
from grader.sim.schedule import Schedule, Side

T = TypeVar("T")

# In each task's context: that context itself. Python has no other way to ask which context is the current one.
_current_context: contextvars.ContextVar[contextvars.Context] = contextvars.ContextVar("overlap_context")


class Task(asyncio.Task):  # type: ignore[type-arg]
    """A task that knows its context, and whose hash is its number.

    The hash makes the order of sets of tasks (``asyncio.wait`` returns such sets) the same in every run.
    """

    def __init__(
        self,
        coro: Coroutine[Any, Any, Any],
        *,
        loop: VirtualLoop,
        context: contextvars.Context | None = None,
        **kwargs: Any,
    ) -> None:
        self.number = loop.count_task()
        self.context = contextvars.copy_context() if context is None else context
        run_in(self.context, _current_context.set, self.context)
        super().__init__(coro, loop=loop, context=self.context, **kwargs)

    def __hash__(self) -> int:
        return self.number

    def set_name(self, value: object) -> None:
        # Python 3.13.0 calls every task of a loop with a task factory "None" that is given no name.
        if value is not None:
            super().set_name(value)


def _make_task(loop: Any, coro: Any, **kwargs: Any) -> Task:
    return Task(coro, loop=loop, **kwargs)


class VirtualLoop(asyncio.BaseEventLoop):
    """A loop of `side`; `turn` runs one turn of the whole program, this loop's callbacks included.

    It has no sockets, signals or subprocesses: these live in real time.
    """

    def __init__(self, side: Side, turn: Callable[[], None]) -> None:
        super().__init__()
        self.set_debug(False)
        self._clock_resolution = 1 / NANOSECONDS
        self.side = side
        self.schedule = Schedule(side.clock)
        self.tasks_made = 0
        self._turn = turn
        self.set_task_factory(_make_task)

    def count_task(self) -> int:
        self.tasks_made += 1
        return self.tasks_made

    def time(self) -> float:
        """Virtual seconds."""
        return self.side.clock.seconds

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass while nothing else runs: what a blocking call does to a loop."""
        self.side.clock.now = self.side.clock.after(seconds)

    def call_later(  # type: ignore[override]
        self, delay: float, callback: Any, *args: Any, context: contextvars.Context | None = None
    ) -> asyncio.TimerHandle:
        if delay == math.inf:
            return self._never(callback, args, context)
        # Not by way of call_at: now + delay in floats would drift.
        return self._add_timer(self.side.clock.after(delay), callback, args, context)

    def call_at(  # type: ignore[override]
        self, when: float, callback: Any, *args: Any, context: contextvars.Context | None = None
    ) -> asyncio.TimerHandle:
        if when == math.inf:
            return self._never(callback, args, context)
        return self._add_timer(nanoseconds(when), callback, args, context)

    def _never(self, callback: Any, args: Any, context: contextvars.Context | None) -> asyncio.TimerHandle:
        """A timer that never becomes due: it is not one that anybody could wait for."""
        self._check_closed()  # type: ignore[attr-defined]
        return asyncio.TimerHandle(math.inf, callback, args, self, context)

    def _add_timer(
        self, when: int, callback: Any, args: Any, context: contextvars.Context | None
    ) -> asyncio.TimerHandle:
        self._check_closed()  # type: ignore[attr-defined]
        if self.get_debug():
            self._check_thread()  # type: ignore[attr-defined]
        timer = asyncio.TimerHandle(when / NANOSECONDS, callback, args, self, context)
        self.schedule.add_timer(when, timer)
        return timer

    def _call_soon(self, callback: Any, args: Any, context: contextvars.Context | None) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self.schedule.add(handle)
        return handle

    def run_forever(self) -> None:
        self.side.enter(self.schedule)
        try:
            super().run_forever()
        finally:
            self.side.leave(self.schedule)

    def close(self) -> None:
        super().close()
        self.schedule.clear()

    def is_running(self) -> bool:
        return super().is_running() or events._get_running_loop() is self

    def _run_once(self) -> None:
        self._turn()

    def _write_to_self(self) -> None:
        """Nobody sleeps in a selector here, so nobody must be woken."""

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """A cancelled timer is dropped when it comes to the head of the heap."""

    def _process_events(self, event_list: Any) -> None:
        """There are no sockets."""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Be the running loop of this thread although somebody else conducts."""
        before = events._get_running_loop()
        events._set_running_loop(self)
        try:
            yield
        finally:
            events._set_running_loop(before)

    def settle_in(self) -> None:
        """Be this thread's running loop from now on, for as long as the process lives."""
        self.side.enter(self.schedule)
        self._thread_id = threading.get_ident()
        events._set_running_loop(self)
        sys.set_asyncgen_hooks(
            firstiter=self._asyncgen_firstiter_hook,  # type: ignore[attr-defined]
            finalizer=self._asyncgen_finalizer_hook,  # type: ignore[attr-defined]
        )


def swap_current_task(
    loop: asyncio.AbstractEventLoop, task: asyncio.Task[Any] | None
) -> asyncio.Task[Any] | None:
    """Make `task` the current task of `loop`; return the one before."""
    before = tasks.current_task(loop)
    if before is not task:
        if before is not None:
            tasks._leave_task(loop, before)
        if task is not None:
            tasks._enter_task(loop, task)
    return before


def run_in(context: contextvars.Context, function: Callable[..., T], *args: Any) -> T:
    """Call `function` in `context`, also when that is the current one."""
    if _current_context.get(None) is context:
        return function(*args)
    return context.run(function, *args)


def context_of(task: asyncio.Task[Any]) -> contextvars.Context:
    """The context of a task, of whatever make."""
    if isinstance(task, Task):
        return task.context
    if hasattr(task, "get_context"):
        return task.get_context()  # type: ignore[no-any-return]
    return contextvars.copy_context()
