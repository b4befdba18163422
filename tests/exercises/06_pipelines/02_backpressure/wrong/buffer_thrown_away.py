"""When the source ends, you stop the sender at once. The items that still wait in the buffer are never
sent, and the one that is being sent is cut off. What has to happen between the last read and the end?
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    sent = 0

    async def read():
        async for item in source:
            await buffer.put(item)

    async def deliver():
        nonlocal sent
        while True:
            await send(await buffer.get())
            sent += 1

    tasks = [asyncio.create_task(read()), asyncio.create_task(deliver())]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return sent
