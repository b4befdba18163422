"""Graceful shutdown: the solution.

Three steps, and each of them has a moment: take no more, wait with a limit, cancel and wait without one. The last
wait is the one that is forgotten most often: `cancel()` only asks, and a job that is asked has to clean up.
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

    async def work(job: J) -> None:
        # The error of a job is nobody's business here. A CancelledError is no Exception, and comes out.
        with contextlib.suppress(Exception):
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


# A real program sets `stop` from a signal: `loop.add_signal_handler(signal.SIGTERM, stop.set)`.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        pictures = iter([("cat", 0.5), ("wedding", 1.5), ("mountains", 60), ("garden", 1.0)])

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def next_picture() -> tuple[str, float]:
            await asyncio.sleep(0.3)
            return next(pictures, None) or await asyncio.Event().wait()  # after the last one: for ever

        async def make_print(picture: tuple[str, float]) -> None:
            name, seconds = picture
            say(f"{name}: begun")
            try:
                await asyncio.sleep(seconds)
                say(f"{name}: done")
            except asyncio.CancelledError:
                await asyncio.sleep(0.3)
                say(f"{name}: stopped, the paper is out")
                raise

        stop = asyncio.Event()
        shop = asyncio.create_task(serve(next_picture, make_print, stop, grace=1))
        await asyncio.wait([shop], timeout=1.4)
        if shop.done():
            shop.result()  # it should still be at work
        say("stop")
        stop.set()
        finished, cancelled = await shop
        say(f"{finished} finished, {cancelled} cancelled (expected: 3 and 1, at 2.7 s)")

    asyncio.run(demo())
