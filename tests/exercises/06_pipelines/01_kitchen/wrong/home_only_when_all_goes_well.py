"""You send the cooks home in the lines behind `join()`. When the kitchen is cancelled, these lines are
never reached, and the cooks go on cooking behind your back. Which block runs on every way out?
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
    for task in team:
        task.cancel()
    await asyncio.gather(*team, return_exceptions=True)
    return dishes
