"""For you every exception is a late price. An unknown code is a LookupError, and the library would show
something else for it. Catch the exception that you mean.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        try:
            return look_up.result(limit)
        except Exception:
            look_up.cancel()
            raise TimeoutError from None

    return callback
