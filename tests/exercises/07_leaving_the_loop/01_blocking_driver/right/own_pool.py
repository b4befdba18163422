"""A pool of its own for each call; run_in_executor, and plain awaits in order. The pool is left without a
wait.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=8)
    try:
        reads = [loop.run_in_executor(pool, read, sensor) for sensor in sensors]
        return [await reading for reading in reads]
    finally:
        pool.shutdown(wait=False)
