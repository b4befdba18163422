"""Cooks that share one iterator, and a plain gather: cancelled, it cancels the cooks and waits for them."""

import asyncio
import contextlib


async def kitchen(orders, cook, cooks):
    waiting = iter(orders)
    dishes = {}

    async def work():
        for order in waiting:
            with contextlib.suppress(Exception):
                dishes[order] = await cook(order)

    await asyncio.gather(*(work() for _ in range(cooks)))
    return dishes
