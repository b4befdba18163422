"""No queue: a task for each order, a semaphore for the cooks, and gather that keeps the exceptions apart."""

import asyncio


async def kitchen(orders, cook, cooks):
    free_cooks = asyncio.Semaphore(cooks)

    async def one(order):
        async with free_cooks:
            return await cook(order)

    results = await asyncio.gather(*map(one, orders), return_exceptions=True)
    return {
        order: result
        for order, result in zip(orders, results, strict=True)
        if not isinstance(result, BaseException)
    }
