"""All loaves are started together. That is quick, and wrong here: there is one bench, and two loaves lie on
it at the same time; and when the first one burns, the others are in the oven already. Not everything that
can overlap may overlap.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    async def loaf(bag: str) -> str:
        return await bake(await rise(await knead(bag)))

    return list(await asyncio.gather(*(loaf(bag) for bag in bags)))
