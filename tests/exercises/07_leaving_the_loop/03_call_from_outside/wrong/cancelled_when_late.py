"""The loop cancels the look-up in time, and your `result()` then raises CancelledError. The library does
not know that there is something that could be cancelled, it waits for a TimeoutError.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        loop.call_soon_threadsafe(loop.call_later, limit, look_up.cancel)
        return look_up.result()

    return callback
