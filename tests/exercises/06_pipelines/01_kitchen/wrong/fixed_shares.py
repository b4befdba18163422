"""You deal the orders out before the evening begins. A cook with a slow dish holds up all the orders of his
share, while the others stand idle. Let each cook fetch his next order when he is free: from where?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    dishes = {}

    async def work(share):
        for order in share:
            try:
                dishes[order] = await cook(order)
            except Exception:
                continue

    async with asyncio.TaskGroup() as group:
        for number in range(cooks):
            group.create_task(work(orders[number::cooks]))
    return dishes
