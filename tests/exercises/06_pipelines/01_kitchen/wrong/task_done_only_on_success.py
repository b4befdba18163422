"""When a dish burns, your cook leaves out `task_done()`. But `join()` waits until every order that was
taken has been reported, so it waits for the burnt one for ever. Which place does your code pass after every
order, good or burnt?
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
                waiting.task_done()
            except Exception:
                pass

    team = [asyncio.create_task(work()) for _ in range(cooks)]
    try:
        await waiting.join()
    finally:
        for task in team:
            task.cancel()
        await asyncio.gather(*team, return_exceptions=True)
    return dishes
