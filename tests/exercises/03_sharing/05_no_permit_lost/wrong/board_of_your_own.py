"""You made a semaphore of your own, and left the one that you were given on the wall. Others take their permits
from that one, so the two boards know nothing of each other. Whose permits are to be shared here?
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

board = asyncio.BoundedSemaphore(2)


async def with_permit(permits: asyncio.BoundedSemaphore, job: Callable[[], Awaitable[T]]) -> T:
    async with board:
        return await job()
