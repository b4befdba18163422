"""You keep the error of a feed until all feeds have ended. As long as one of them goes on, the board does not
learn that another one has failed. How can the error travel to the one who waits for an item?
"""

import asyncio


async def merge(*feeds):
    q = asyncio.Queue(1)
    errors = []

    async def read(feed):
        try:
            async for x in feed:
                await q.put((x,))
        except Exception as e:
            errors.append(e)
        await q.put(None)

    ts = [asyncio.create_task(read(f)) for f in feeds]
    left = len(ts)
    try:
        while left:
            m = await q.get()
            if m is None:
                left -= 1
            else:
                yield m[0]
        if errors:
            raise errors[0]
    finally:
        for t in ts:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
        for f in feeds:
            await f.aclose()
