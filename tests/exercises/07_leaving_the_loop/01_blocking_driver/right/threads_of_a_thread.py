"""One helper thread, which may block as it likes: it reads all sensors by a pool, and waits for them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    def read_them() -> list[int]:
        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(read, sensors))

    return await asyncio.to_thread(read_them)
