"""You never let more than three cooks work, however many there are. The number of cooks is an argument: it
may be any number from 1 on, and every cook who is free takes an order.
"""

import asyncio


async def kitchen(orders, cook, cooks):
    sem = asyncio.Semaphore(min(cooks, 3))
    dishes = {}

    async def one(o):
        async with sem:
            try:
                dishes[o] = await cook(o)
            except Exception:
                pass

    async with asyncio.TaskGroup() as tg:
        for o in orders:
            tg.create_task(one(o))
    return dishes
