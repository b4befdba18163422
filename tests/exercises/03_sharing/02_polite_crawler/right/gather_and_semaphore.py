"""A semaphore, taken and given back by hand, and gather, which cancels its tasks when it is cancelled."""

import asyncio


async def crawl(fetch, urls, limit):
    slots = asyncio.BoundedSemaphore(limit)

    async def visit(url):
        await slots.acquire()
        try:
            return await fetch(url)
        finally:
            slots.release()

    return await asyncio.gather(*map(visit, urls))
