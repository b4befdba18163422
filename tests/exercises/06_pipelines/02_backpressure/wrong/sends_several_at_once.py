"""You begin the next send while the one before is still under way. The link can carry one item at a time,
and with several under way they arrive in any order. What has to be over before the next send begins?
"""

import asyncio


async def pump(source, send, size):
    places = asyncio.Semaphore(size)
    count = 0

    async def one(item):
        try:
            await send(item)
        finally:
            places.release()

    try:
        async with asyncio.TaskGroup() as group:
            async for item in source:
                await places.acquire()
                group.create_task(one(item))
                count += 1
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return count
