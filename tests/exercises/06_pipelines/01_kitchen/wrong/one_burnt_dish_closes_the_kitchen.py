"""You let the exception of a burnt dish out of the cook's task. It ends the whole kitchen: the task group
cancels the other cooks, and the guests get nothing. Who should deal with a burnt dish, and where?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = iter(orders)
    dishes = {}

    async def work():
        for order in waiting:
            dishes[order] = await cook(order)

    async with asyncio.TaskGroup() as group:
        for _ in range(cooks):
            group.create_task(work())
    return dishes
