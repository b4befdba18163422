"""Finish line

`gather` gives all results when the last one is there. `as_completed` gives each result when it arrives. It
yields awaitables: the first of them is done when the first task has ended, whichever that is, and so on. It
does not tell whose result it is, so the result has to say that itself; here it is the name.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress


async def board(
    runners: list[Awaitable[tuple[str, float]]], show: Callable[[int, str, float], None], limit: float
) -> list[str]:
    """Show each of `runners` on arrival, until all are in or `limit` seconds have passed; return their names."""
    # `as_completed` would make tasks of the runners, too, but keep them to itself: nobody could cancel them.
    out = [asyncio.ensure_future(runner) for runner in runners]
    shown: list[str] = []
    try:
        # One limit around the whole loop. `as_completed(out, timeout=limit)` has a limit as well, but it raises
        # its TimeoutError at the `await` in the loop, where a runner's own TimeoutError comes out, too: one
        # could not tell the two apart. `asyncio.timeout` raises a CancelledError inside its block, and turns it
        # into a TimeoutError only where the block ends.
        with suppress(TimeoutError):
            async with asyncio.timeout(limit):
                for next_one in asyncio.as_completed(out):
                    try:
                        name, seconds = await next_one
                    except OSError:  # a TimeoutError is an OSError
                        continue  # no place for this one; the count below goes by those who were shown
                    shown.append(name)
                    show(len(shown), name, seconds)
        return shown
    finally:
        # Whatever the way out was. Those who are in do not mind being cancelled. First tell all, then wait.
        for runner in out:
            runner.cancel()
        await asyncio.gather(*out, return_exceptions=True)


# A task group of helpers that show their runner themselves, inside the same `asyncio.timeout`, is a good solution,
# too: it cancels and waits by itself. `as_completed` has the advantage that one loop sees all arrivals in turn.


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def run(name: str, seconds: float, *, gives_up: bool = False) -> tuple[str, float]:
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            say(f"{name} takes the bus")
            raise
        if gives_up:
            say(f"{name} gives up")
            raise OSError("a blister")
        return name, seconds - 0.25  # the watch was started at the starting line, a little later

    def show(place: int, name: str, seconds: float) -> None:
        say(f"place {place}: {name}, {seconds} s")

    async def main() -> None:
        runners = [
            run("Ines", 2),
            run("Ben", 1),
            run("Olga", 0.5, gives_up=True),
            run("Kofi", 5),
            run("Mia", 1.5),
        ]
        names = await board(runners, show, 3)
        say(f"the board closes (at 3.0 s): {', '.join(names)}")

    asyncio.run(main())
