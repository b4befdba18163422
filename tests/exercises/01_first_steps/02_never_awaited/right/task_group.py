"""The receipt in a TaskGroup, whose end waits for it. An error is unwrapped before it goes out."""

import asyncio
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    (price,) = await asyncio.gather(price_of(item))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save(item, price * qty))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return price * qty
