"""A task group puts the error of a sensor into an ExceptionGroup. Whoever has written `except OSError`
around your function does not catch that. How do you get the one error out of its group?
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    async with asyncio.TaskGroup() as group:
        reads = [group.create_task(asyncio.to_thread(read, sensor)) for sensor in sensors]
    return [reading.result() for reading in reads]
