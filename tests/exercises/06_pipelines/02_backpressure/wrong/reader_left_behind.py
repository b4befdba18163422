"""When a send fails, `gather` lets the error out at once, and leaves the reader where it is. The reader
goes on reading, or waits at the full buffer for ever. Who stops it?
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

    await asyncio.gather(read(), deliver())
    return sent
