"""Who blocks the loop

A radio station streams its programme from one asyncio server. Twice a day the music stutters for all of its
listeners at once, and nobody knows why. Somewhere in the program a function works for a second without an
`await`, and as long as it does, nothing else runs: no listener is served, no timer goes off. Operations
want a watchdog that runs beside the application and tells when this happens, and how bad it was.

Your task: write `watch(interval, limit, report)`. It runs beside the application, as a task of the same
event loop.

- It sleeps `interval` seconds, again and again. Each time, it measures how late it is woken: its *lag*. If
  it fell asleep at 10.0 for 0.5 s and is woken at 10.5, the lag is 0. If it is woken at 12.3, because
  something kept the loop busy at 10.5, the lag is 1.8.
- If the lag is more than `limit`, call `report(lag)` once, at that moment. One stall gives one report, how
  ever many times `interval` it has lasted. `report` is a plain function which does not fail.
- The next sleep of `interval` seconds begins when it was woken: what came before is forgotten. Small lags do
  not add up, and after a stall everything is as before.
- A lag up to the limit is not reported. Nothing is reported while the loop is free.
- A stall that ends before the watchdog had to be woken makes nobody late, and cannot be seen.
- The watchdog itself must not block the loop, and it looks at the clock only once for each sleep or so:
  it costs nearly nothing.
- It runs until it is cancelled. Then it ends as cancelled, at once, and leaves no task behind.
- Several watchdogs may run beside each other, with different settings.

Both numbers are seconds, and greater than 0; `limit` may be larger or smaller than `interval`. A lag may
differ from the true one by a microsecond, as floats do.

Run this file to see your program at work.
"""

from collections.abc import Callable
from typing import NoReturn


async def watch(interval: float, limit: float, report: Callable[[float], None]) -> NoReturn:
    """Measure every `interval` seconds how late you are woken; report what is more than `limit`."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def music() -> None:
        for bar in range(1, 9):
            say(f"bar {bar} of the music")
            await asyncio.sleep(0.5)

    async def main() -> None:
        dog = asyncio.create_task(watch(0.25, 0.1, lambda lag: say(f"the loop was late by {lag:.1f} s")))
        listener = asyncio.create_task(music())
        await asyncio.sleep(0.9)
        if dog.done():
            listener.cancel()
            await dog  # its error comes out here
        say("somebody writes the statistics, without an await")
        time.sleep(1.3)
        await listener
        dog.cancel()

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody keeps watch: `watch` is not written. Look for 'Your turn' in this file.")
