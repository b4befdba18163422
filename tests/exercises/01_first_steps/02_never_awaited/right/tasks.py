"""Each step a task of its own, awaited at once: more machinery than needed, and correct."""

import asyncio
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    looking_up = asyncio.create_task(price_of(item))
    total = qty * await looking_up
    storing = asyncio.create_task(save(item, total))
    await storing
    return total
