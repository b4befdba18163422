"""Your readers start as soon as `merge` is called. Perhaps nobody ever asks for an item, and then nobody stops
them. When does the body of an async generator begin to run?
"""

import asyncio

END = object()


def merge(*feeds):
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

    async def gen():
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

    return gen()
