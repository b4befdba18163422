"""`asyncio.run` starts an event loop, and you are inside one already: one thread runs one loop at a time,
so Python refuses. Inside a coroutine there is a shorter way to get what another coroutine returns.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = asyncio.run(price_of(item)) * qty
    asyncio.run(save(item, total))
    return total
