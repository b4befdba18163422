"""Your sender cannot be told that the source has ended. So it wakes up every now and then to look, and
notices the end too late. What could the reader put into the queue, behind the last item?
"""

import asyncio


async def pump(source, send, size):
    q = asyncio.Queue(size)
    n = 0

    async def read():
        async for x in source:
            await q.put(x)

    async def write():
        nonlocal n
        while True:
            if r.done() and q.empty():
                return
            try:
                x = await asyncio.wait_for(q.get(), 0.05)
            except TimeoutError:
                continue
            await send(x)
            n += 1

    r = asyncio.create_task(read())
    w = asyncio.create_task(write())
    try:
        await asyncio.gather(r, w)
        return n
    finally:
        for t in (r, w):
            t.cancel()
        await asyncio.gather(r, w, return_exceptions=True)
