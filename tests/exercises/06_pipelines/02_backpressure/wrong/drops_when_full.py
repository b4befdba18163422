"""When the buffer is full, you throw the oldest item away to make room. Nobody waits, and readings are
lost. The source can wait: let it.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()
    sent = 0

    async def read():
        async for item in source:
            if buffer.full():
                buffer.get_nowait()
            buffer.put_nowait(item)
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
