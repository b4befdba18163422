"""Your pool has four threads. The fifth sensor is read when one of them is free again, so eight sensors
take twice as long. A thread that waits costs next to nothing: how many of them wait at the same time here?
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=4)


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(pool, read, sensor) for sensor in sensors))
