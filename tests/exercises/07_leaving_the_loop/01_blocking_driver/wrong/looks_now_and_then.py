"""You look every tenth of a second whether the threads have ended. The last reading is noticed late, and
the loop is woken for nothing in between. What `run_in_executor` returns can be awaited.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    pool = ThreadPoolExecutor(max_workers=8)
    reads = [pool.submit(read, sensor) for sensor in sensors]
    while not all(reading.done() for reading in reads):
        await asyncio.sleep(0.1)
    return [reading.result() for reading in reads]
