"""Your slot is held only while the fetch is being started: the `async with` block ends before the fetch is
awaited. So the slot is free again at once, and all pages are under way together. How long does a fetch need
its slot?"""

import asyncio


async def crawl(fetch, urls, limit):
    slots = asyncio.Semaphore(limit)

    async def visit(url):
        async with slots:
            page = asyncio.create_task(fetch(url))
        return await page

    return await asyncio.gather(*(visit(url) for url in urls))
