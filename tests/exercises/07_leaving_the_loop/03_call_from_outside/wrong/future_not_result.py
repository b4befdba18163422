"""You return the future, and the library wants a price. A future is only the promise of one: somebody has
to wait for its result, and here that is you.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    async def look_up(code: str) -> int:
        async with asyncio.timeout(limit):
            return await price(code)

    return lambda code: asyncio.run_coroutine_threadsafe(look_up(code), loop)
