"""A total of 0 counts as false, so your `if` takes it for "no total" and stores nothing. An await always
gives you a value, and 0 is one: there is nothing to check.
"""

from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = await price_of(item) * qty
    if total:
        await save(item, total)
    return total
