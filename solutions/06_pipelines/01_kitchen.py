"""Kitchen: the solution.

One queue, and workers that take from it. The queue deals the work out by itself: whoever is free comes and
takes the next item, so a slow dish holds up one cook and nobody else. What needs care is the end of the
evening.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress


async def kitchen(orders: list[str], cook: Callable[[str], Awaitable[str]], cooks: int) -> dict[str, str]:
    """Let `cooks` cooks work through `orders`; return `{order: dish}` for the dishes that worked."""
    waiting: asyncio.Queue[str] = asyncio.Queue()
    dishes: dict[str, str] = {}

    async def work() -> None:
        while True:
            order = await waiting.get()
            try:
                # A burnt dish is written off. A cancellation is no Exception: it goes through, and ends the
                # cook.
                with suppress(Exception):
                    dishes[order] = await cook(order)
            finally:
                # For every order that was taken, also for a burnt one: join() counts them, and one that is
                # missing makes it wait for ever.
                waiting.task_done()

    for order in orders:
        waiting.put_nowait(order)  # the queue has no bound, so there is always room

    team = [asyncio.create_task(work()) for _ in range(cooks)]
    try:
        # Not "until the queue is empty": then the last dishes would still be in the oven.
        await waiting.join()
    finally:
        # The cooks stand in get() for ever. On every way out, also when we are cancelled ourselves, they are
        # sent home. cancel() is only a request: gather waits until they have gone.
        for task in team:
            task.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    return dishes


# From Python 3.13 on, `waiting.shutdown()` tells all workers that nothing more will come: get() hands out
# what is left, and then raises QueueShutDown. Then a TaskGroup can wait for the workers, and nobody needs
# to be cancelled.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        seconds = {"stew": 2.5, "soup": 0.5, "toast": 0.5, "salad": 0.5, "tea": 0.5, "pie": 0.5}

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def cook(order: str) -> str:
            say(f"{order}: begun")
            await asyncio.sleep(seconds[order])
            if order == "toast":
                say(f"{order}: burnt")
                raise OSError("smoke")
            say(f"{order}: ready")
            return f"hot {order}"

        dishes = await kitchen(list(seconds), cook, 2)
        say(f"served: {', '.join(sorted(dishes.values()))}")
        print("        (two cooks and nobody idle: 2.5 s, all but the toast)")

    asyncio.run(demo())
