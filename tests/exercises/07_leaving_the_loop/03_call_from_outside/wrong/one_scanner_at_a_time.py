"""You hold a lock while a price is looked up, so the next scanner waits until the one before it has its
price. The loop can look up many prices at the same time, and the calls have nothing to do with each other.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    turn = threading.Lock()

    def callback(code: str) -> int:
        with turn:
            look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
            try:
                return look_up.result(limit)
            except TimeoutError:
                look_up.cancel()
                raise

    return callback
