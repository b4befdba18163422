"""Your deadline is set when the callback is made, and not when it is called. In the morning the shop opens,
a few seconds later the deadline is over, and no price comes in time for the rest of the day.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    deadline = loop.time() + limit

    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        try:
            return look_up.result(max(0, deadline - loop.time()))
        except TimeoutError:
            look_up.cancel()
            raise

    return callback
