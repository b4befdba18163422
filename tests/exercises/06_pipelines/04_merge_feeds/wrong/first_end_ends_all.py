"""The merged feed of your program ends as soon as one feed has ended. The others had more to say. When is
the last word spoken?
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
        while readers:
            kind, value = await arrived.get()
            if kind == "item":
                yield value
            elif kind == "error":
                raise value
            else:
                return
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
