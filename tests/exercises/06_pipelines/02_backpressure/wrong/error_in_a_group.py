"""Your task group ends both sides when one of them fails: good. But it lets the error out inside an
ExceptionGroup, and your caller was promised the error as it is.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()
    sent = 0

    async def read():
        async for item in source:
            await buffer.put(item)
        await buffer.put(end)

    async def deliver():
        nonlocal sent
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        group.create_task(deliver())
    return sent
