"""The sender is a task that never ends by itself; pump reads, waits for join, and watches whether the
sender fails.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    count = 0

    async def sender():
        nonlocal count
        while True:
            await send(await buffer.get())
            count += 1
            buffer.task_done()

    async def reader():
        async for item in source:
            await buffer.put(item)
        await buffer.join()

    tasks = [asyncio.create_task(sender()), asyncio.create_task(reader())]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return count
