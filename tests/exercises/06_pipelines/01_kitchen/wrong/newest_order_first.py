"""You take the orders from the end of the list, so the guest who ordered last is served first. `list.pop()`
takes the last item. What hands items out in the order in which they came?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = list(orders)
    dishes = {}

    async def work():
        while waiting:
            order = waiting.pop()
            try:
                dishes[order] = await cook(order)
            except Exception:
                pass

    await asyncio.gather(*(work() for _ in range(cooks)))
    return dishes
