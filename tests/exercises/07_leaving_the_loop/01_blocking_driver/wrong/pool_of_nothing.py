"""You make a pool with as many threads as there are sensors. Without sensors that is a pool of 0 threads,
and Python refuses to make one: a ValueError. What should happen when the list is empty?
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=len(sensors))
    try:
        return await asyncio.gather(*(loop.run_in_executor(pool, read, sensor) for sensor in sensors))
    finally:
        pool.shutdown(wait=False)
