"""You make tasks and await one after the other. When crawl is cancelled, only the task that it awaits at this
moment is cancelled with it; the others go on asking the museum for pages that nobody wants. Who cancels all
of them?"""

import asyncio


async def crawl(fetch, urls, limit):
    slots = asyncio.Semaphore(limit)

    async def visit(url):
        async with slots:
            return await fetch(url)

    tasks = [asyncio.create_task(visit(url)) for url in urls]
    return [await task for task in tasks]
