"""You cancel both sides, and leave at once. `cancel()` is only a request: when the error comes out of `pump`,
the read is still under way. What waits for the end of a task?
"""

import asyncio

END = object()


async def pump(source, send, size):
    q = asyncio.Queue(size)

    async def read():
        async for x in source:
            await q.put(x)
        await q.put(END)

    async def write():
        n = 0
        while (x := await q.get()) is not END:
            await send(x)
            n += 1
        return n

    r, w = asyncio.create_task(read()), asyncio.create_task(write())
    try:
        _, n = await asyncio.gather(r, w)
        return n
    except BaseException:
        r.cancel()
        w.cancel()
        raise
