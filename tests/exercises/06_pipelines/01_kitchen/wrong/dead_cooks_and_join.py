"""A burnt dish ends your cook, and `join()` goes on waiting for the orders that are left. When the last
cook has gone, nobody takes them, and the kitchen never closes. An exception in a task ends only that task,
and tells nobody.
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
            finally:
                waiting.task_done()

    team = [asyncio.create_task(work()) for _ in range(cooks)]
    try:
        await waiting.join()
    finally:
        for task in team:
            task.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    return dishes
