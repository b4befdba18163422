"""Each reader waits for its turn: it reads on only when its item was taken from the queue."""

import asyncio


async def merge(*feeds):
    arrived = asyncio.Queue()

    async def read(feed):
        taken = asyncio.Event()
        try:
            async for item in feed:
                arrived.put_nowait((item, taken, None))
                await taken.wait()
                taken.clear()
            arrived.put_nowait((None, None, None))
        except Exception as error:
            arrived.put_nowait((None, None, error))
        finally:
            await feed.aclose()

    tasks = [asyncio.create_task(read(feed)) for feed in feeds]
    left = len(tasks)
    try:
        while left > 0:
            item, taken, error = await arrived.get()
            if error is not None:
                raise error
            if taken is None:
                left -= 1
            else:
                taken.set()
                yield item
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
