"""To stop, you set a flag, and your readers look at it when their next item has come. A feed that is silent
for an hour holds up `aclose()` for an hour. How do you stop a task that waits?
"""

import asyncio


async def merge(*feeds):
    q = asyncio.Queue()
    stop = False
    room = [asyncio.Semaphore(2) for _ in feeds]

    async def read(feed, sem):
        try:
            while True:
                await sem.acquire()
                if stop:
                    break
                x = await anext(feed)
                if stop:
                    break
                q.put_nowait((0, x, sem))
        except StopAsyncIteration:
            pass
        except Exception as e:
            q.put_nowait((1, e, sem))
            return
        q.put_nowait((2, None, sem))

    ts = [asyncio.create_task(read(f, s)) for f, s in zip(feeds, room)]
    left = len(ts)
    failed = False
    try:
        while left:
            kind, x, sem = await q.get()
            if kind == 2:
                left -= 1
            elif kind == 1:
                failed = True
                raise x
            else:
                sem.release()
                yield x
    finally:
        stop = True
        for s in room:
            s.release()
        if failed:
            for t in ts:
                t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
        for f in feeds:
            await f.aclose()
