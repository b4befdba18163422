"""A chain: each replica has a partner that waits for its failure or for the time, and then starts the next link."""

import asyncio


async def hedged(replicas, after):
    tasks = []
    news = asyncio.Queue()
    signals = asyncio.Queue()

    async def ask(replica):
        try:
            await news.put((True, await replica()))
        except Exception as error:
            signals.put_nowait("failed")
            await news.put((False, error))

    async def link(place):
        if place == len(replicas):
            return
        tasks.append(asyncio.create_task(ask(replicas[place])))
        try:
            async with asyncio.timeout(after):
                await signals.get()
        except TimeoutError:
            pass
        await link(place + 1)

    chain = asyncio.create_task(link(0))
    tasks.append(chain)
    try:
        for _ in replicas:
            succeeded, end = await news.get()
            if succeeded:
                return end
        raise end
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        for task in tasks:
            if not task.cancelled():
                task.exception()
