"""Every clock of the process tells virtual time.

freezegun patches ``time`` and ``datetime`` in all modules; what it asks for the time is replaced by the kernel's clock,
so that nothing has to be ticked. ``loop.time()``, ``time.monotonic()`` and ``time.perf_counter()`` count from 0;
``time.time()`` and ``datetime.now()`` from `EPOCH`. All of them agree to the microsecond.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import time
from typing import Any

import freezegun
import freezegun.api
import freezegun.config

from grader.sim.clock import NANOSECONDS
from grader.sim.loop import VirtualLoop
from grader.worker import editors
from grader.worker.kernel import kernel
from grader.worker.threads import Choose, SubmissionLoop, threads, virtual_for_all

EPOCH = dt.datetime(2030, 1, 1)  # noqa: DTZ001 (freezegun's times have no zone)
PROCESSORS = 4  # what os.cpu_count() says: the size of a default thread pool must not depend on the machine

# These compute deadlines of their own, in real time; freezegun's own list holds prefixes such as "queue" and
# "gi", which would give a submission called "gift_shop" real time.
_REAL_TIME = ["multiprocessing.", "concurrent.futures.process", *editors.PACKAGES]


class _VirtualTime:
    """What freezegun asks for the frozen time."""

    def __call__(self) -> dt.datetime:
        return EPOCH + dt.timedelta(microseconds=kernel.side.clock.now // 1000)


def install(choose: Choose = virtual_for_all) -> None:
    """Patch all clocks and all ways to make an event loop. Once in a process, before the submission is loaded."""
    sleep = time.sleep
    freezegun.config.configure(default_ignore_list=_REAL_TIME)
    freezegun.freeze_time(EPOCH, real_asyncio=True).start()
    freezegun.api.freeze_factories[-1] = _VirtualTime()  # type: ignore[call-overload]
    # freezegun's own monotonic clock counts from 1970, where a float resolves 0.2 microseconds only.
    freezegun.api._get_fake_monotonic = lambda: kernel.side.clock.seconds
    freezegun.api._get_fake_monotonic_ns = lambda: kernel.side.clock.now
    time.sleep = choose(sleep, threads.sleep)
    _install_clock_gettime()
    # Computing takes no virtual time, and what it takes of the real one is different in every run.
    time.process_time = time.thread_time = lambda: 0.0
    time.process_time_ns = time.thread_time_ns = lambda: 0
    os.cpu_count = lambda: PROCESSORS
    if hasattr(os, "process_cpu_count"):
        os.process_cpu_count = lambda: PROCESSORS
    _install_loops()


class SelectorEventLoop(VirtualLoop):
    """What a submission finds under the names of asyncio's loop classes."""

    def __new__(cls, *_args: Any) -> Any:
        return kernel.watch(SubmissionLoop())


def _install_clock_gettime() -> None:
    """The clocks by number: those that count from the start of the machine tell what ``time.monotonic`` tells."""
    if not hasattr(time, "clock_gettime_ns"):
        return
    since_1970 = {getattr(time, name, None) for name in ("CLOCK_REALTIME", "CLOCK_TAI")}
    processor = {
        getattr(time, name, None) for name in ("CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID")
    }

    def clock_gettime_ns(clk_id: int, /) -> int:
        if clk_id in processor:
            return 0
        return time.time_ns() if clk_id in since_1970 else kernel.side.clock.now

    time.clock_gettime_ns = clock_gettime_ns
    time.clock_gettime = lambda clk_id, /: clock_gettime_ns(clk_id) / NANOSECONDS


def _install_loops() -> None:
    for name in ("SelectorEventLoop", "ProactorEventLoop", "EventLoop"):
        if hasattr(asyncio, name):
            setattr(asyncio, name, SelectorEventLoop)
    # Runner, run, new_event_loop and the policies all come here.
    asyncio.DefaultEventLoopPolicy._loop_factory = SelectorEventLoop  # type: ignore[attr-defined]
