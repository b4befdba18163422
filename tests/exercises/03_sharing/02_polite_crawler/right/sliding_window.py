"""asyncio.wait(FIRST_COMPLETED): begin a page, and wait for a free place before the next one."""

import asyncio


async def crawl(fetch, urls, limit):
    tasks = []
    running = set()
    try:
        for url in urls:
            if len(running) == limit:
                _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            task = asyncio.create_task(fetch(url))
            tasks.append(task)
            running.add(task)
        return [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
