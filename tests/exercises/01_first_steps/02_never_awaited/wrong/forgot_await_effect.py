"""You call `save`, and nothing is saved. The call only makes a coroutine object, which you throw away: no
error, no receipt, just a warning "was never awaited". That `save` has no result to use does not mean that
nobody has to wait for it.
"""

from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total = await price_of(item) * qty
    save(item, total)
    return total
