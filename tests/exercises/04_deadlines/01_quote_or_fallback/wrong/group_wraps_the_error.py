"""You ask inside of a task group. A group does not let an error out as it is: it comes in an
ExceptionGroup, even if it is the only one. The caller was promised the carrier's own error.
"""

import asyncio


async def quote(ask, limit, fallback):
    try:
        async with asyncio.timeout(limit) as deadline, asyncio.TaskGroup() as group:
            request = group.create_task(ask())
    except TimeoutError:
        if not deadline.expired():
            raise
        return fallback
    return request.result()
