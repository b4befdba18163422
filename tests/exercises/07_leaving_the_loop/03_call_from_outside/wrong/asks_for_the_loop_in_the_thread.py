"""You ask for the running loop inside of the callback. There is none: the callback runs in a thread of the
library, and `get_running_loop` knows only the loop of the thread that asks. That is a RuntimeError. You
have been given the loop.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), asyncio.get_running_loop())
        try:
            return look_up.result(limit)
        except TimeoutError:
            look_up.cancel()
            raise

    return callback
