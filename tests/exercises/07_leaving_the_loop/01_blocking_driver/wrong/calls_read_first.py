"""You write `read(sensor)` where the function itself is wanted. Python evaluates arguments first: the
driver is called in the loop's own thread, and the other thread is given a number to call. Give it the
function and its argument, and let it make the call.
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    return await asyncio.gather(*(asyncio.to_thread(read(sensor)) for sensor in sensors))
