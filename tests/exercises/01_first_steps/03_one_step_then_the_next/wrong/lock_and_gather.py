"""A lock keeps the loaves apart, so nobody works at two of them. But all of them have been started, and
stand in line for the lock: when the first one burns, it lets go of the lock, and the next one begins
although the day should be over.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    bench = asyncio.Lock()

    async def loaf(bag: str) -> str:
        async with bench:
            return await bake(await rise(await knead(bag)))

    return list(await asyncio.gather(*(loaf(bag) for bag in bags)))
