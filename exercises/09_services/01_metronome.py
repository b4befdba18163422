"""Metronome.

A pottery fires its kiln for a whole day, and a program writes the temperature into a log every minute. The
first version measured, slept for a minute, and measured again. But a measurement takes three seconds, so the
log had 1371 lines in the evening and not 1440, and nobody knew any more which line belonged to which minute.

Write `every`. `await job()` makes one run of the work. `on_error` is a plain function.

- The grid begins when `every` is called: its points are at start, start + interval, start + 2 * interval, and
  so on. It stays the same until the end, however long the runs take. `interval` is above 0.
- A run begins at a grid point, the first one at the start. Runs never overlap, and no grid point gets two
  runs, even if a run takes no time at all.
- A run may be longer than the interval. The grid points that it misses are skipped, not made up for: the next
  run begins at the first grid point after its end. No run is cut short. If a run ends exactly on a grid
  point, the next one may begin at this point or at the one after it.
- Make `ticks` runs, 0 or more, and return when the last one has ended. Grid points that were skipped do not
  count.
- When a run fails with an `Exception`, call `on_error` once with this exception, at the moment when the run
  has ended. It was a run like the others: it counts, and the rhythm goes on. `on_error` does not fail.
- When `every` is cancelled during a run, the run is cancelled at that moment. It cleans up, which may take a
  time of its own, and ends as cancelled; then `every` ends as cancelled, too. Between two runs, it ends as
  cancelled at once. In both cases there are no more runs, and a cancellation is nothing for `on_error`.
- Several of them may be under way in one program, each with a grid of its own. So the loop is free between
  the runs.
"""

from collections.abc import Awaitable, Callable


async def every(
    interval: float, job: Callable[[], Awaitable[None]], ticks: int, on_error: Callable[[Exception], None]
) -> None:
    """Run `job` `ticks` times, on a grid of `interval` seconds; give the errors to `on_error`."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("every is not written yet. Replace `raise NotImplementedError` by your code.")
