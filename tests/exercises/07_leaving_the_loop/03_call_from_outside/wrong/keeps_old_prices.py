"""You keep each price and do not ask again. Prices change; the customer pays what the nails cost this
morning. Nothing in the task says that a price stays as it is.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    @cache
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        try:
            return look_up.result(limit)
        except TimeoutError:
            look_up.cancel()
            raise

    return callback
