"""You cancel the readers. A feed that is being read gets the cancellation and runs its `finally`. But a
feed that stands still at its `yield` does not notice that its reader has gone: somebody has to close it.
"""

import asyncio


async def merge(*feeds):
    arrived = asyncio.Queue(1)

    async def read(feed):
        try:
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
