"""A burnt dish is in your dict, with None as its value. The guests get a plate with nothing on it. Only
dishes that worked belong into the dict.
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = iter(orders)
    dishes = {}

    async def work():
        for order in waiting:
            dishes[order] = None
            try:
                dishes[order] = await cook(order)
            except Exception:
                pass

    await asyncio.gather(*(work() for _ in range(cooks)))
    return dishes
