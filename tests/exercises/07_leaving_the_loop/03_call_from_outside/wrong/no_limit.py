"""You wait for the price as long as it takes. A customer waits at the till, and `limit` says for how long
at the most.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    return lambda code: asyncio.run_coroutine_threadsafe(price(code), loop).result()
