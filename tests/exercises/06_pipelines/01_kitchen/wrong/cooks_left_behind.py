"""All dishes are served, and you return. But your cooks still stand in the kitchen: each of them waits in
`get()` for an order that never comes. Who tells them that the evening is over?
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
            finally:
                waiting.task_done()

    team = [asyncio.create_task(work()) for _ in range(cooks)]
    await waiting.join()
    return dishes
