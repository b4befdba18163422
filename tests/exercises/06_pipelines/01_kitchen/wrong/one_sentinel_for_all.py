"""You put one "go home" behind the orders, but there are several cooks. The one who takes it goes home, and
the others wait for ever. How often is an item of a queue handed out?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = asyncio.Queue()
    dishes = {}

    async def work():
        while (order := await waiting.get()) is not None:
            try:
                dishes[order] = await cook(order)
            except Exception:
                continue

    async with asyncio.TaskGroup() as group:
        for _ in range(cooks):
            group.create_task(work())
        for order in [*orders, None]:
            await waiting.put(order)
    return dishes
