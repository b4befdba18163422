"""You cancel the readers and do not wait for them. `cancel()` is only a request: when `aclose()` returns,
the feeds are still cleaning up. What waits for the end of a task?
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
    try:
        running = len(readers)
        while running:
            kind, value = await arrived.get()
            if kind == "item":
                yield value
            elif kind == "error":
                raise value
            else:
                running -= 1
    finally:
        for reader in readers:
            reader.cancel()
