"""Your queue has no bound. When the caller is slow, the items of the quick feeds pile up in it. How far
ahead may a feed be?
"""

import asyncio
from contextlib import aclosing


async def merge(*feeds):
    arrived = asyncio.Queue()

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
        await asyncio.gather(*readers, return_exceptions=True)
