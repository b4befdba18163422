"""You catch OSError, because that was the error in the example. A dish can burn in other ways, too: with
ValueError, TimeoutError and more. What do all of them have in common?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = iter(orders)
    dishes = {}

    async def work():
        for order in waiting:
            try:
                dishes[order] = await cook(order)
            except OSError:
                pass

    await asyncio.gather(*(work() for _ in range(cooks)))
    return dishes
