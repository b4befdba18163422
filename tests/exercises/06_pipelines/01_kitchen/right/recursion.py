"""A shift cooks one order and then begins the next shift; a shared iterator deals the orders out."""

import asyncio


async def kitchen(orders, cook, cooks):
    dishes = {}
    remaining = iter(orders)

    async def shift():
        for order in remaining:
            try:
                dishes[order] = await cook(order)
            except Exception:
                await shift()

    async with asyncio.TaskGroup() as group:
        for _ in range(cooks):
            group.create_task(shift())
    return dishes
