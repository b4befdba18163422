"""You wait for the reader first and look at the sender afterwards. When a send fails, nobody notices it
until the source has ended; and when the buffer is full, nobody notices it at all. Wait for both at the same
time.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()

    async def deliver():
        sent = 0
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1
        return sent

    sender = asyncio.create_task(deliver())
    try:
        async for item in source:
            await buffer.put(item)
        await buffer.put(end)
        return await sender
    finally:
        sender.cancel()
        await asyncio.gather(sender, return_exceptions=True)
