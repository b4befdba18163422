"""You catch what `price` raises, and return None. The library shows "None" to the customer, and nobody
learns that the code is unknown. An error that you cannot deal with should come out of your function.
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
        except TimeoutError:
            look_up.cancel()
            raise
        except Exception:
            return None

    return callback
