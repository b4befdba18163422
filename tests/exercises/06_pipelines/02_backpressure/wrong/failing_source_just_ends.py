"""When the source fails, you treat that as its end: the buffer is sent and a number is returned. Your
caller believes that all is well. An end and an error are two different messages.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()
    sent = 0

    async def read():
        try:
            async for item in source:
                await buffer.put(item)
        except Exception:
            pass
        await buffer.put(end)

    async def deliver():
        nonlocal sent
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(deliver())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return sent
