"""You send the whole list to one thread. The loop is free, but that thread reads one sensor after the
other. One thread can block in one place only, so how many threads do three waits need?
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    def read_them() -> list[int]:
        return [read(sensor) for sensor in sensors]

    return await asyncio.to_thread(read_them)
