"""asyncio.wait: whenever a dish is over, the next order is begun."""

import asyncio


async def kitchen(orders, cook, cooks):
    waiting = list(reversed(orders))
    under_way = {}
    dishes = {}
    try:
        while waiting or under_way:
            while waiting and len(under_way) < cooks:
                order = waiting.pop()
                under_way[asyncio.ensure_future(cook(order))] = order
            done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                order = under_way.pop(task)
                if task.exception() is None:
                    dishes[order] = task.result()
    finally:
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way)
    return dishes
