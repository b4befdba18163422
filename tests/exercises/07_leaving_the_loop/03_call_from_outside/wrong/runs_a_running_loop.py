"""You ask the loop to run until the look-up is complete. But it is running already, in its own thread, and
a loop can only run once: that is a RuntimeError. You need a way to hand over a coroutine to a loop that
runs.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    return lambda code: loop.run_until_complete(asyncio.wait_for(price(code), limit))
