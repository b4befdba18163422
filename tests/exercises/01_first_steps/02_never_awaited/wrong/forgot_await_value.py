"""`price_of(item)` is not a price. It is a coroutine object, a plan to find the price, and a plan cannot be
multiplied. Something has to turn the plan into its result before you calculate with it.
"""

from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = price_of(item) * qty
    await save(item, total)
    return total
