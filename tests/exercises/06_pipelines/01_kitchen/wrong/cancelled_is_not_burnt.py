"""You catch everything, also CancelledError. So a cook who is told to stop takes that for a burnt dish, and
begins the next order. A request to stop is no Exception: what do you have to catch, and what has to go
through?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = iter(orders)
    dishes = {}

    async def work():
        for order in waiting:
            try:
                dishes[order] = await cook(order)
            except BaseException:
                pass

    async with asyncio.TaskGroup() as group:
        for _ in range(cooks):
            group.create_task(work())
    return dishes
