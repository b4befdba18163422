"""Who blocks the loop: the solution

A timer of the event loop says "not before", and never "exactly at". When it is due, its task stands in line
behind whatever runs at this moment, and nobody can interrupt that. So the lateness of a timer is the best
measure of how healthy a loop is, and many servers export it as a number. To find the line that blocks, there
is asyncio's debug mode: `asyncio.run(main(), debug=True)` logs each step of more than 0.1 s.
"""

import asyncio
from collections.abc import Callable
from typing import NoReturn


async def watch(interval: float, limit: float, report: Callable[[float], None]) -> NoReturn:
    """Measure every `interval` seconds how late you are woken; report what is more than `limit`."""
    # The loop's own clock, the one that its timers go by. `time.time()` would jump when the computer's clock
    # is set.
    clock = asyncio.get_running_loop().time
    while True:
        # Looked at anew for each sleep. With one fixed grid, what a stall has cost would come back at each of
        # the ticks that it has swallowed.
        asleep_since = clock()
        await asyncio.sleep(interval)  # a cancellation comes out here, and goes on to our caller
        lag = clock() - asleep_since - interval
        if lag > limit:
            report(lag)


if __name__ == "__main__":
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
        say("somebody writes the statistics, without an await")
        time.sleep(1.3)
        await listener
        dog.cancel()

    asyncio.run(main())
