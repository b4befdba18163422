"""While one dough rises you knead the next one already: clever, and a second faster. But the task says that
no loaf is started before the last one is out of the oven, and now a burnt loaf has cost you the flour of
the next one.
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
    ahead = None
    for number, bag in enumerate(bags):
        dough = await (ahead or knead(bag))
        rising = asyncio.create_task(rise(dough))
        ahead = asyncio.create_task(knead(bags[number + 1])) if number + 1 < len(bags) else None
        loaves.append(await bake(await rising))
    return loaves
