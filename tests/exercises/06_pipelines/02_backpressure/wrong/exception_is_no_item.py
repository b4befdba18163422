"""Your reader puts the source's error into the queue, and your sender takes every exception object that comes
out of it for such an error. But an exception object may be an item. How can a message say of which kind it
is, whatever it carries?
"""

import asyncio

END = object()


async def pump(source, send, size):
    q = asyncio.Queue(size)

    async def read():
        try:
            async for x in source:
                await q.put(x)
        except Exception as e:
            await q.put(e)
        else:
            await q.put(END)

    r = asyncio.create_task(read())
    n = 0
    try:
        while (x := await q.get()) is not END:
            if isinstance(x, Exception):
                raise x
            await send(x)
            n += 1
        return n
    finally:
        r.cancel()
        await asyncio.gather(r, return_exceptions=True)
