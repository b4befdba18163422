"""You give the reads to a pool of threads, and they wait together. But the list of the results is made in
the loop's own thread: `map` of a pool waits without an `await`, and nobody else can go on.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=8)


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    return list(pool.map(read, sensors))
