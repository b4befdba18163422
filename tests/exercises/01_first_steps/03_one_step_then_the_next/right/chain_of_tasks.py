"""A task for each loaf, all created at the start; each one first awaits the task of the loaf before it."""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    async def shelf_with(bag: str, before: asyncio.Task[list[str]] | None) -> list[str]:
        shelf = await before if before else []
        return [*shelf, await bake(await rise(await knead(bag)))]

    last = None
    for bag in bags:
        last = asyncio.create_task(shelf_with(bag, last))
    return await last if last else []
