"""A baker, a task of its own, takes the bags from a queue; None ends the day."""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    orders: asyncio.Queue[str | None] = asyncio.Queue()
    for bag in [*bags, None]:
        orders.put_nowait(bag)
    loaves: list[str] = []

    async def baker() -> None:
        while (flour := await orders.get()) is not None:
            loaves.append(await bake(await rise(await knead(flour))))

    await asyncio.create_task(baker())
    return loaves
