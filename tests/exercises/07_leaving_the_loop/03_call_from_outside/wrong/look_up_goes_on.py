"""When the limit is over you stop waiting, and that is all. The look-up itself goes on in the loop, for
nobody. A future can be asked to stop.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        return asyncio.run_coroutine_threadsafe(price(code), loop).result(limit)

    return callback
