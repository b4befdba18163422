"""When the source fails, your reader task ends without a word, and the sender waits in `get()` for an item
that never comes. The error stays in the task, where nobody looks for it. Who waits for the reader?
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()

    async def read():
        async for item in source:
            await buffer.put(item)
        await buffer.put(end)

    reader = asyncio.create_task(read())
    sent = 0
    try:
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1
    finally:
        reader.cancel()
        await asyncio.gather(reader, return_exceptions=True)
    return sent
