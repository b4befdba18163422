"""One step, then the next.

A village bakery has one bench and one oven. Flour is kneaded to dough, the dough rises, the risen dough is
baked to bread. Nobody can bake what has not risen, and as long as a loaf is not out of the oven, there is
no place for the next.

Write the coroutine function `bakery(bags, knead, rise, bake)`. All three steps are coroutine functions:

- `knead(flour)` gives dough, `rise(dough)` gives risen dough, `bake(dough)` gives bread. Each step gets
  what the step before it gave; `knead` gets the bag itself, a str.
- Bake one loaf for each bag, in the order of `bags`, and return the list of the loaves in that order. The
  same flour may come twice: then there are two loaves of it.
- Start no loaf before the one before it is out of the oven. If kneading takes 1 second, rising 3 and baking
  2, then two bags take 12 seconds, and the second bag is kneaded from second 6 on.
- No bags: return an empty list at once, and call nothing.
- `bakery` can be called again, on the next day. It then returns the loaves of that day only.
- If a step raises an error, `bakery` raises that error, then, and no other step is started: if the first
  loaf burns, the second one is never kneaded.
- If `bakery` is cancelled, the step under way is cancelled, and no other step is started.
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
    # Your turn: replace the next line.
    raise NotImplementedError


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
