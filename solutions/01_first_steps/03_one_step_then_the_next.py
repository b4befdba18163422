"""One step, then the next: the solution.

Asynchronous does not mean "all at the same time". A coroutine runs its own lines from the top to the
bottom, and waits at each `await` until it has the result. Steps that need each other are simply written one
below the other.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    """Bake one loaf for each bag, one after the other; return the loaves in the order of `bags`."""
    loaves = []
    for bag in bags:
        dough = await knead(bag)
        # A line for each step: `await bake(await rise(await knead(bag)))` does the same, from the inside to
        # the outside, but a traceback that names a line is worth more when a line holds one step.
        risen = await rise(dough)
        loaves.append(await bake(risen))
    # What is waited for here is lost to this coroutine only: while the dough rises, the event loop is free
    # for every other task in the program. To bake several loaves at once is a decision, and the next chapter
    # shows how to take it.
    return loaves


if __name__ == "__main__":

    async def demo() -> None:
        """Bake two loaves and print what happens, with the seconds."""
        opened = time.perf_counter()

        def show(text: str) -> None:
            print(f"{time.perf_counter() - opened:4.1f} s  {text}")

        async def knead(flour: str) -> str:
            show(f"kneading {flour}")
            await asyncio.sleep(0.3)
            return f"{flour} dough"

        async def rise(dough: str) -> str:
            show(f"{dough} rises")
            await asyncio.sleep(0.9)
            return f"risen {dough}"

        async def bake(dough: str) -> str:
            show(f"{dough} is in the oven")
            await asyncio.sleep(0.6)
            return f"bread of {dough}"

        show(f"on the shelf: {await bakery(['rye', 'wheat'], knead, rise, bake)}")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print(
            "The bakery is closed: `bakery` has no body yet. Write it in this file, then run the file again."
        )
