"""One pool for the whole program; its futures are wrapped, and waited for until the first failure."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(8)


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    reads = [asyncio.wrap_future(pool.submit(read, sensor)) for sensor in sensors]
    if not reads:
        return []
    ended, _ = await asyncio.wait(reads, return_when=asyncio.FIRST_EXCEPTION)
    for read_one in ended:
        read_one.result()
    return [read_one.result() for read_one in reads]
