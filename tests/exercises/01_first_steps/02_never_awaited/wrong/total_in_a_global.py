"""Your sales keep their total in one variable of the whole module. While one sale waits at an `await`,
another one runs, and overwrites it. What belongs to one sale should live in that sale.
"""

from collections.abc import Awaitable, Callable

total = 0


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    global total
    total = await price_of(item) * qty
    await save(item, total)
    return total
