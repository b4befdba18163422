"""You start the receipt as a task and then sleep, in the hope that a second is enough. For a quick printer
it is too long, for a slow one too short, and an error of the printer is lost. Wait for the work, not for
the clock.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = await price_of(item) * qty
    asyncio.create_task(save(item, total))
    await asyncio.sleep(1)
    return total
