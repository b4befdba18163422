"""Each page is fetched under no common limit. A semaphore that is made inside the worker has all its slots
for that one page. To limit all pages together they have to share one semaphore."""

import asyncio


async def crawl(fetch, urls, limit):
    async def visit(url):
        slots = asyncio.Semaphore(limit)
        async with slots:
            return await fetch(url)

    return await asyncio.gather(*(visit(url) for url in urls))
