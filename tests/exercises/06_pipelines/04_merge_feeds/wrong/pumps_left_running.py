"""Your reader tasks are stopped when all goes well to the end. When the merged feed is closed early, nobody
stops them: they go on reading, or wait at the full queue for ever. Which block runs on every way out?
"""

import asyncio
from contextlib import aclosing


async def merge(*feeds):
    arrived = asyncio.Queue(1)

    async def read(feed):
        try:
            async with aclosing(feed):
                async for item in feed:
                    await arrived.put(("item", item))
        except Exception as error:
            await arrived.put(("error", error))
        else:
            await arrived.put(("end", None))

    readers = [asyncio.create_task(read(feed)) for feed in feeds]
    running = len(readers)
    while running:
        kind, value = await arrived.get()
        if kind == "item":
            yield value
        elif kind == "error":
            raise value
        else:
            running -= 1
