"""Nothing is added later, so a cook who finds the queue empty goes home by himself."""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = asyncio.Queue()
    for order in orders:
        waiting.put_nowait(order)

    async def work():
        dishes = {}
        while not waiting.empty():
            order = waiting.get_nowait()
            try:
                dishes[order] = await cook(order)
            except Exception:
                dishes.pop(order, None)
        return dishes

    served = {}
    for dishes in await asyncio.gather(*[work() for _ in range(min(cooks, len(orders)))]):
        served |= dishes
    return served
