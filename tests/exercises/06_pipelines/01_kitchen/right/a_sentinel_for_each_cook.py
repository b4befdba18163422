"""One None for each cook behind the last order; a task group waits for the cooks."""

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
        for order in [*orders, *[None] * cooks]:
            await waiting.put(order)
    return dishes
