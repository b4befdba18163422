"""You ask the cooks to go home, and do not wait until they have gone. `cancel()` only makes a request: a
cook who has to clear up is still there when you have returned. What waits for the end of a task?
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
    try:
        await waiting.join()
    finally:
        for task in team:
            task.cancel()
    return dishes
