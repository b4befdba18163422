"""The limit is kept in the loop, by a timeout inside of the coroutine. The thread waits without one."""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    async def look_up(code: str) -> int:
        async with asyncio.timeout(limit):
            return await price(code)

    return lambda code: asyncio.run_coroutine_threadsafe(look_up(code), loop).result()
