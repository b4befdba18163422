"""You look every now and then whether a cook is free, and sleep in between. So a free cook stands idle until
you look again, while orders are left. What lets a cook fetch his next order by himself, at the moment when
he is free?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    todo = list(orders)
    dishes = {}
    free = cooks

    async def one(order):
        nonlocal free
        try:
            dishes[order] = await cook(order)
        except Exception:
            pass
        free += 1

    async with asyncio.TaskGroup() as tg:
        while todo:
            if free:
                free -= 1
                tg.create_task(one(todo.pop(0)))
            else:
                await asyncio.sleep(0.01)
    return dishes
