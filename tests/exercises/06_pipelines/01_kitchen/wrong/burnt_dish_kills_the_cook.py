"""When a dish burns, the exception ends your cook's loop, and with it the cook. His colleagues do the rest
more slowly, and when all of them have met a burnt dish, nobody does it. What has to be inside the loop, so
that the next order is taken after a burnt one?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = asyncio.Queue()
    dishes = {}
    for order in orders:
        waiting.put_nowait(order)

    async def work():
        while not waiting.empty():
            order = waiting.get_nowait()
            dishes[order] = await cook(order)

    await asyncio.gather(*(work() for _ in range(cooks)), return_exceptions=True)
    return dishes
