"""A feed that fails just counts as ended in your program. The board goes on without the arrivals, and
nobody knows why. An end and an error are two different messages.
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
        except Exception:
            pass
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
