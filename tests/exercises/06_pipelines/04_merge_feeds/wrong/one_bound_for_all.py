"""Your queue has a place for each feed, but the places belong to nobody. While the other feeds are silent, a
quick one takes all of them, and gets too far ahead. How can each feed have a bound of its own?
"""

import asyncio

END = object()


async def merge(*feeds):
    q = asyncio.Queue(maxsize=max(1, len(feeds)))

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
        for t in ts:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
        for f in feeds:
            await f.aclose()
