"""When a feed fails, its reader task ends without a word, and the merged feed waits for a message that
never comes. The error stays in the task, where nobody looks for it.
"""

import asyncio
from contextlib import aclosing


async def merge(*feeds):
    arrived = asyncio.Queue(1)

    async def read(feed):
        async with aclosing(feed):
            async for item in feed:
                await arrived.put(("item", item))
        await arrived.put(("end", None))

    readers = [asyncio.create_task(read(feed)) for feed in feeds]
    try:
        running = len(readers)
        while running:
            kind, value = await arrived.get()
            if kind == "item":
                yield value
            else:
                running -= 1
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
