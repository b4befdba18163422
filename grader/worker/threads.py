"""Threads live in virtual time, one at a time.

A thread is like a task whose steps are the stretches between its waits: it runs when its turn comes in the
one order that holds for callbacks too, until it waits or ends. So a program with threads does the same in
every run, and the clock does not move while a thread has something to do.

All waiting of threads comes down to locks: conditions, events, queues, semaphores, futures and executors are built upon
them in Python. So there is one virtual lock, which stands in the places of ``threading.Lock`` and its kin, and
``time.sleep``, ``Thread.start`` and ``Thread.join`` beside it.
"""

from __future__ import annotations

import _thread
import asyncio
import functools
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, NoReturn

from grader.sim.clock import NANOSECONDS
from grader.sim.endings import Deadlock
from grader.sim.limits import LIMITS
from grader.sim.loop import VirtualLoop
from grader.sim.schedule import Schedule, Side
from grader.worker.kernel import kernel

Choose = Callable[[Callable[..., Any], Callable[..., Any]], Callable[..., Any]]

_start_thread = threading.Thread.start
_join_thread = threading.Thread.join


class _Baton:
    """A real lock that is passed between real threads: who holds it runs."""

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()
        self._lock.acquire()

    def wait(self) -> None:
        self._lock.acquire()

    def pass_on(self) -> None:
        self._lock.release()


class _VirtualThread:
    """A thread of the submission: its baton, the number of its virtual process, and who waits for its end."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.baton = _Baton()
        self.ended = False
        self.joiners: list[Wait] = []


class Wait:
    """A wait of whatever thread makes it, until somebody wakes it or its time is up."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._thread = threads.running
        self._timer: asyncio.TimerHandle | None = None
        self._resumed = False
        self.woken = False

    def wake(self) -> None:
        """Let the thread run on, when its turn comes."""
        if self.woken or self._resumed:
            return
        self.woken = True
        if self._thread is not None:
            if self._timer is not None:
                self._timer.cancel()
            self._threads.call_soon(self._resume)

    def until_woken(self, timeout: float | None = None) -> bool:
        """Wait, at most `timeout` virtual seconds. Returns whether it was woken."""
        if self._thread is None:
            return self._threads.block(self, timeout)
        if timeout is not None:
            self._timer = self._threads.call_later(timeout, self._resume)
        self._threads.park(self._thread)
        return self.woken

    def _resume(self) -> None:
        self._resumed = True
        assert self._thread is not None
        self._threads.run(self._thread)


class Threads:
    """The threads of the submission. `running` is the one that runs, None for the main thread."""

    def __init__(self) -> None:
        self.running: _VirtualThread | None = None
        self._records: dict[threading.Thread, _VirtualThread] = {}
        self._main = _Baton()
        self.were_used = False
        self.limit = LIMITS.threads
        self.begin()

    def begin(self) -> None:
        """Start with no thread but the main one."""
        self.schedule = Schedule(kernel.side.clock)
        kernel.side.enter(self.schedule)

    @property
    def process(self) -> int:
        """The virtual process that the running thread belongs to: 0 is the submission's own."""
        return 0 if self.running is None else self.running.process

    def move_to(self, process: int) -> None:
        """Let the running thread, and all that it starts from now on, belong to another virtual process."""
        assert self.running is not None
        self.running.process = process

    def call_soon(self, callback: Callable[[], None]) -> None:
        self.schedule.add(asyncio.Handle(callback, (), kernel.loop))

    def call_later(self, delay: float, callback: Callable[[], None]) -> asyncio.TimerHandle:
        when = kernel.side.clock.after(delay)
        timer = asyncio.TimerHandle(when, callback, (), kernel.loop)
        self.schedule.add_timer(when, timer)
        return timer

    def run(self, thread: _VirtualThread) -> None:
        """Let `thread` run until it waits or ends. Only the main thread hands out batons."""
        before, self.running = self.running, thread
        thread.baton.pass_on()
        self._main.wait()
        self.running = before

    def park(self, thread: _VirtualThread) -> None:
        """Give control back to the main thread, until `run`."""
        self._main.pass_on()
        thread.baton.wait()

    def block(self, wait: Wait, timeout: float | None) -> bool:
        """Let the main thread wait. Its loop stands still meanwhile; other threads run on, and time passes."""
        expired: list[bool] = []
        timer = None if timeout is None else self.call_later(timeout, lambda: expired.append(True))
        while not wait.woken and not expired:
            if kernel.conducts and asyncio._get_running_loop() is None:
                kernel.lockstep.turn()  # no loop stands still: all that can run, on both sides
            else:
                self._run_threads(kernel.line())
        if timer is not None:
            timer.cancel()
        return wait.woken

    def _run_threads(self, line: int) -> None:
        """Run the next stretch of a thread; or let time pass until there is one."""
        clock = kernel.side.clock
        self.schedule.collect(clock.draw())
        if self.schedule.ready_head() is not None:
            self.schedule.ready.popleft()[1]._run()
        elif (timer := self.schedule.timer_head()) is not None:
            kernel.advance(timer[0], line)
        else:
            kernel.end(
                Deadlock(f"line {line} waits in the event loop's own thread for what nobody else will do")
            )

    def has(self, number: int) -> bool:
        """Whether this is the number of a thread of the submission."""
        return any(thread.ident == number for thread in self._records)

    # --- what stands in the standard library's places

    def sleep(self, seconds: float) -> None:
        """time.sleep: the thread waits; in the loop's own thread the whole loop does."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if seconds > 0:
            Wait(self).until_woken(seconds)

    def start(self, thread: threading.Thread) -> None:
        """Thread.start: the thread's first stretch comes when its turn has come."""
        self.were_used = True
        if sum(not record.ended for record in self._records.values()) >= self.limit:
            raise RuntimeError(f"can't start new thread: {self.limit} of them live, and no more are allowed")
        record = _VirtualThread(self.process)
        original = thread.run

        def run() -> None:
            record.baton.wait()
            try:
                original()
            except BaseException:
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), thread)))
            finally:
                record.ended = True
                for joiner in record.joiners:
                    joiner.wake()
                self._main.pass_on()

        thread.run = run  # type: ignore[method-assign]
        thread._started = _RealEvent()  # type: ignore[attr-defined]
        self._records[thread] = record
        _start_thread(thread)
        self.call_soon(functools.partial(self.run, record))

    def join(self, thread: threading.Thread, timeout: float | None = None) -> None:
        """Thread.join, in virtual time."""
        record = self._records.get(thread)
        if record is None or thread is threading.current_thread():
            _join_thread(thread, timeout)
            return
        if not record.ended:
            wait = Wait(self)
            record.joiners.append(wait)
            if not wait.until_woken(timeout):
                return
        _join_thread(thread)


class SubmissionLoop(VirtualLoop):
    """A loop that the submission makes. In the main thread it conducts, as the outermost loop does; in another
    thread it conducts nobody else, and its thread waits when it is idle. Which one it is, is seen when it runs."""

    def __init__(self) -> None:
        super().__init__(kernel.side, self._turn_here)
        self._wait: Wait | None = None

    def run_forever(self) -> None:
        self.side = kernel.side
        if threads.running is not None:  # a side of its own: nobody but this thread runs its callbacks
            self.side = Side()
            self.side.clock = kernel.side.clock
        super().run_forever()

    def _turn_here(self) -> None:
        if threads.running is None:
            kernel.lockstep.turn()
        else:
            self._turn_alone()

    def _turn_alone(self) -> None:
        clock, schedule = self.side.clock, self.schedule
        timer = schedule.timer_head()
        if schedule.ready_head() is None and (timer is None or timer[0] > clock.now):
            self._wait = Wait(threads)
            self._wait.until_woken(None if timer is None else (timer[0] - clock.now) / NANOSECONDS)
            self._wait = None
        self.side.run(clock.draw(), (clock.draw(), 0, 0))

    def _write_to_self(self) -> None:
        if self._wait is not None:
            self._wait.wake()


class Lock:
    """threading.Lock in virtual time. Whoever waits longest gets it."""

    def __init__(self) -> None:
        self._locked = False
        self._waits: deque[Wait] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            return False
        wait = Wait(threads)
        self._waits.append(wait)
        if wait.until_woken(None if timeout < 0 else timeout):
            return True
        self._waits.remove(wait)
        return False

    def release(self) -> None:
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        if self._waits:
            self._waits.popleft().wake()  # it stays locked: it is theirs now
        else:
            self._locked = False

    def locked(self) -> bool:
        return self._locked

    __enter__ = acquire

    def __exit__(self, *error: object) -> None:
        self.release()

    def __reduce__(self) -> NoReturn:
        raise TypeError("cannot pickle '_thread.lock' object")

    def _at_fork_reinit(self) -> None:
        self.__init__()  # type: ignore[misc]


class _RealEvent:
    """threading.Event made of a real lock: a thread that starts is not yet in virtual time."""

    def __init__(self) -> None:
        self._set = False
        self._baton = _Baton()

    def is_set(self) -> bool:
        return self._set

    def set(self) -> None:
        self._set = True
        self._baton.pass_on()

    def wait(self, _timeout: float | None = None) -> bool:
        if not self._set:
            self._baton.wait()
        return True


def virtual_for_all(_real: Callable[..., Any], virtual: Callable[..., Any]) -> Callable[..., Any]:
    """What stands in the place of something real: what lives in virtual time, whoever asks for it."""
    return virtual


def install(choose: Choose = virtual_for_all) -> None:
    """Put virtual locks and threads in the places of the real ones. Once in a process.

    `choose` says what stands in such a place: see `virtual_for_all`.
    """
    lock = choose(threading.Lock, Lock)
    threading.Lock = threading._allocate_lock = lock  # type: ignore[assignment, attr-defined]
    threading.RLock = choose(threading.RLock, threading._PyRLock)  # type: ignore[attr-defined, assignment]
    queue.SimpleQueue = choose(queue.SimpleQueue, queue._PySimpleQueue)  # type: ignore[attr-defined, assignment, misc]
    threading.Thread.start = choose(_start_thread, _start)  # type: ignore[method-assign]
    threading.Thread.join = choose(_join_thread, _join)  # type: ignore[method-assign]


def _start(thread: threading.Thread) -> None:
    threads.start(thread)


def _join(thread: threading.Thread, timeout: float | None = None) -> None:
    threads.join(thread, timeout)


threads = Threads()
