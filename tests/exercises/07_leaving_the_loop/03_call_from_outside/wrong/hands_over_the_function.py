"""You hand over `price`, a coroutine function. What the loop needs is a coroutine object, and you get one
by calling the function with the code. As it is, that is a TypeError.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price, loop)
        try:
            return look_up.result(limit)
        except TimeoutError:
            look_up.cancel()
            raise

    return callback
