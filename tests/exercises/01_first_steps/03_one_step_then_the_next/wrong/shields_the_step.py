"""`asyncio.shield` keeps a step going when you are cancelled. That may sound careful, but nobody is left to
wait for the step: the bakery is closed, and in it a dough still rises. A plain `await` hands the
cancellation on to the step.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    loaves = []
    for bag in bags:
        dough = await asyncio.shield(knead(bag))
        risen = await asyncio.shield(rise(dough))
        loaves.append(await asyncio.shield(bake(risen)))
    return loaves
