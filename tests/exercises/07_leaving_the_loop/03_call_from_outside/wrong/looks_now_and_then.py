"""You look every tenth of a second whether the price is there, so it is shown late, and the limit may be
overrun. The future lets you wait for its result, and it takes a limit.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        deadline = time.monotonic() + limit
        while not look_up.done():
            if time.monotonic() > deadline:
                look_up.cancel()
                raise TimeoutError
            time.sleep(0.1)
        return look_up.result()

    return callback
