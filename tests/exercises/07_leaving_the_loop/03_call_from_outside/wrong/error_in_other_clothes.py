"""You pack what `price` raises into a RuntimeError. The library has an `except LookupError`, and that does
not catch it. Let the exception itself come out.
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
        except Exception as error:
            raise RuntimeError(f"no price for {code}") from error

    return callback
