"""Every call of `price_of` makes a new coroutine object, and every await of one asks again, and waits
again. You ask once for the total and once more for the receipt. Keep the value that the first await gave
you.
"""

from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = await price_of(item) * qty
    await save(item, await price_of(item) * qty)
    return total
