"""Metronome: the solution.

Sleeping "for a minute" adds up: the work's own time comes on top in every round. So do not count how long to
sleep. Keep the start, count grid points, and sleep until a moment.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable


async def every(
    interval: float, job: Callable[[], Awaitable[None]], ticks: int, on_error: Callable[[Exception], None]
) -> None:
    """Run `job` `ticks` times, on a grid of `interval` seconds; give the errors to `on_error`."""
    # The loop's clock only goes forward. `time.time()` jumps when somebody sets the clock.
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0  # the number of the grid point of the next run
    for _ in range(ticks):
        # Each moment is computed from the start: what the run took is not in it, and neither is the little
        # that every sleep is late. `start` plus a sum of sleeps would drift, a little each round.
        await asyncio.sleep(start + point * interval - loop.time())
        try:
            # Awaited here, in this task: the next run cannot begin before this one has ended, and a
            # cancellation of `every` goes straight into the run.
            await job()
        except Exception as error:  # noqa: BLE001 (a CancelledError is none, and goes through)
            on_error(error)
        # The first grid point after now. A sleep may also end a few nanoseconds too early, and a run may take
        # no time: without `max` the same point could come twice.
        passed = math.floor((loop.time() - start) / interval)
        point = max(point, passed) + 1


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        count = 0

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def measure() -> None:
            nonlocal count
            count += 1
            say(f"measurement {count} begins")
            await asyncio.sleep(1.2 if count == 2 else 0.2)
            if count == 3:
                raise OSError("no contact")

        def complain(error: Exception) -> None:
            say(f"  measurement {count}: {error}")

        await every(0.5, measure, 5, complain)
        say("done (begun at 0.0, 0.5, 2.0, 2.5 and 3.0 s: the long one misses two grid points)")

    asyncio.run(demo())
