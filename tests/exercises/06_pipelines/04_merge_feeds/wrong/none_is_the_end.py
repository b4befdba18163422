"""You use None as the mark for the end of a feed. But None may be an item, and then a feed counts as ended
that goes on. How can an end be told from every item?
"""

import asyncio
from contextlib import aclosing


async def merge(*feeds):
    arrived = asyncio.Queue(1)

    async def read(feed):
        try:
            async with aclosing(feed):
                async for item in feed:
                    await arrived.put((item, None))
        except Exception as error:
            await arrived.put((None, error))
        else:
            await arrived.put((None, None))

    readers = [asyncio.create_task(read(feed)) for feed in feeds]
    try:
        running = len(readers)
        while running:
            item, error = await arrived.get()
            if error is not None:
                raise error
            if item is None:
                running -= 1
            else:
                yield item
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
