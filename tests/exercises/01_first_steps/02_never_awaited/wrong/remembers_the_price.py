"""You remember the price of an item and do not ask for it again. That saves a second, and sells tomorrow's
mug at the price of today. What can change outside of your program has to be asked for in each sale.
"""

from collections.abc import Awaitable, Callable

prices: dict[str, int] = {}


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    if item not in prices:
        prices[item] = await price_of(item)
    total = prices[item] * qty
    await save(item, total)
    return total
