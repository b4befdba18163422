"""You start a loop of your own in the library's thread. The price comes, but from a loop in which the
connections of the price service do not live: in the real shop they would hang, or fail. Your loop is
running already; how does a coroutine get into it?
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    async def look_up(code: str) -> int:
        async with asyncio.timeout(limit):
            return await price(code)

    return lambda code: asyncio.run(look_up(code))
