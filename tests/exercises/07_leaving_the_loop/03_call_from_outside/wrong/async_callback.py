"""Your callback is a coroutine function. The library is a plain program: it calls the function, gets a
coroutine object, and nobody will ever await it. What it calls has to be a plain function.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    async def callback(code: str) -> int:
        async with asyncio.timeout(limit):
            return await price(code)

    return callback
