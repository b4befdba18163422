"""You call `aclose()` on a feed while its reader still waits for the next item. An async generator cannot be
closed while it runs: it raises RuntimeError. Who has to stop first, the reader or the feed?
"""

import asyncio


async def merge(*feeds):
    q = asyncio.Queue(1)

    async def read(feed):
        try:
            async for x in feed:
                await q.put((0, x))
        except Exception as e:
            await q.put((1, e))
        else:
            await q.put((2, None))

    ts = [asyncio.create_task(read(f)) for f in feeds]
    left = len(ts)
    try:
        while left:
            kind, x = await q.get()
            if kind == 2:
                left -= 1
            elif kind == 1:
                raise x
            else:
                yield x
    finally:
        for f in feeds:
            await f.aclose()
        for t in ts:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
