"""You put the driver into an `async def` of your own and gather those. But there is no `await` in it: each
task blocks the loop's thread from its first step to its last, and the next one begins after that.
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    async def read_one(sensor: str) -> int:
        return read(sensor)

    return await asyncio.gather(*(read_one(sensor) for sensor in sensors))
