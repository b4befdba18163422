"""You send the cooks home as soon as the queue is empty. Then the last dishes are taken, but not ready:
they are thrown away half cooked. A queue can tell you when all that was taken from it has been dealt with,
too.
"""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = asyncio.Queue()
    dishes = {}
    for order in orders:
        waiting.put_nowait(order)

    async def work():
        while True:
            order = await waiting.get()
            try:
                dishes[order] = await cook(order)
            except Exception:
                pass

    team = [asyncio.create_task(work()) for _ in range(cooks)]
    try:
        while not waiting.empty():
            await asyncio.sleep(0.1)
    finally:
        for task in team:
            task.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    return dishes
