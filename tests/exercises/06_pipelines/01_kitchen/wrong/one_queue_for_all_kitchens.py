"""Your queue and your dishes belong to the whole program, so two kitchens that work at the same time cook
from one list and serve each other's dishes. What belongs to one evening has to be made in that evening.
"""

import asyncio

waiting = []
dishes = {}


async def kitchen(orders, cook, cooks):
    waiting.extend(orders)

    async def work():
        while waiting:
            order = waiting.pop(0)
            try:
                dishes[order] = await cook(order)
            except Exception:
                pass

    await asyncio.gather(*(work() for _ in range(cooks)))
    return dishes
