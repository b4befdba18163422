"""You collect the readings as they come. The quickest sensor is not always the first one of the list: then
the readings stand in the wrong places.
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    reads = [asyncio.create_task(asyncio.to_thread(read, sensor)) for sensor in sensors]
    return [await reading for reading in asyncio.as_completed(reads)]
