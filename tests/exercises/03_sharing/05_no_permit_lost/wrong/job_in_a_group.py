"""You run the job in a task group. A group does not let an error out as it is: it puts it into an
ExceptionGroup, even if it is the only one. Your caller was promised the error itself.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def with_permit(permits: asyncio.BoundedSemaphore, job: Callable[[], Awaitable[T]]) -> T:
    async with permits, asyncio.TaskGroup() as group:
        task = group.create_task(job())
    return task.result()
