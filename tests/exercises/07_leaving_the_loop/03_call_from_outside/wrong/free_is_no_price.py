"""You look at the price to find out whether there is one. 0 counts as false in Python, and so what the shop
gives away is late for you. That somebody has answered and what the answer is are two things.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    async def look_up(code: str) -> int | None:
        done, late = await asyncio.wait([asyncio.ensure_future(price(code))], timeout=limit)
        for task in late:
            task.cancel()
        for task in done:
            return task.result()

    def callback(code: str) -> int:
        found = asyncio.run_coroutine_threadsafe(look_up(code), loop).result()
        if not found:
            raise TimeoutError
        return found

    return callback
