"""A class whose objects can be awaited: `__await__` delegates to the coroutines of its steps."""

from collections.abc import Awaitable, Callable, Generator
from typing import Any


class Sale:
    def __init__(
        self, price: Awaitable[int], save: Callable[[str, int], Awaitable[None]], item: str, qty: int
    ) -> None:
        self.price, self.save, self.item, self.qty = price, save, item, qty

    def __await__(self) -> Generator[Any, Any, int]:
        total = self.qty * (yield from self.price.__await__())
        yield from self.save(self.item, total).__await__()
        return total


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    return await Sale(price_of(item), save, item, qty)
