"""One budget, many steps: the solution

A deadline is a point in time, and not a property of one await. So there is one block around the whole loop,
and not one block for each step. And what is to survive the deadline is kept outside of what the deadline
takes away.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def load_page(sections: list[Callable[[], Awaitable[str]]], budget: float) -> list[str]:
    """Load `sections` one after the other, for `budget` seconds in all; return the texts that were ready."""
    # Made outside of the block. `wait_for` around a coroutine that returns the list would lose everything:
    # who is cancelled returns nothing.
    ready: list[str] = []
    try:
        async with asyncio.timeout(budget):
            for section in sections:
                # The deadline strikes in this await, wherever the loop is by then. The block is left from
                # there, so the section under way is not appended, and the next one is never called.
                ready.append(await section())  # noqa: PERF401 (a comprehension would be lost as a whole)
    except TimeoutError:
        # Sections do not fail, so this is our own deadline. If they could, `expired()` would have to be
        # asked.
        pass
    return ready


# Deadlines that are handed on from function to function are points in time as well:
# `asyncio.timeout_at(when)` takes one, in the loop's own time, `asyncio.get_running_loop().time()`.


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def section(name: str, seconds: float) -> Callable[[], Awaitable[str]]:
        async def load() -> str:
            say(f"{name}: begins")
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"{name}: cut off")
                raise
            say(f"{name}: ready")
            return name

        return load

    async def main() -> None:
        page = [section("head", 0.5), section("books", 1), section("reviews", 2), section("adverts", 0.1)]
        say(f"the page of a slow evening: {await load_page(page, 2.5)}")
        page = [section("head", 0.2), section("books", 0.4)]
        say(f"the page of a good morning: {await load_page(page, 2.5)}")

    asyncio.run(main())
