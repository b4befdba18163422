"""`finally` runs always: also when the price was not found, and when the sale was cancelled. Then you store
a receipt for a sale that never took place. Which lines should run only if the line before them went well?
"""

from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = 0
    try:
        total = await price_of(item) * qty
    finally:
        await save(item, total)
    return total
