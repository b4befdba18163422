"""With no pages you call asyncio.wait with an empty set. There is nothing whose end it could report, so it
raises ValueError. What should a crawl of no pages do?"""

import asyncio


async def crawl(fetch, urls, limit):
    slots = asyncio.Semaphore(limit)

    async def visit(url):
        async with slots:
            return await fetch(url)

    tasks = [asyncio.create_task(visit(url)) for url in urls]
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return [task.result() for task in tasks]
