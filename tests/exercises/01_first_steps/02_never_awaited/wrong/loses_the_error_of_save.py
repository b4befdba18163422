"""When `save` fails, its error is kept somewhere (in a list of results, in a task, in an `except`), and nobody
looks at it there. So the customer leaves with a total and without a receipt, and nobody knows. Who should
hear of the error?
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
    await asyncio.gather(save(item, total), return_exceptions=True)
    return total
