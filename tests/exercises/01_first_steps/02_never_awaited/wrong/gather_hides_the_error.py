"""With `return_exceptions=True` an error is not raised: it is put into the list of results, and you do not
look into that list. So the customer leaves with a total and without a receipt, and nobody knows.
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
