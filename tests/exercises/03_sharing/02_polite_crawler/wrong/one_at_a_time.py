"""A Lock lets one page through at a time, whatever the limit is. The museum allows more than one. Which
relative of the Lock counts?"""

import asyncio


async def crawl(fetch, urls, limit):
    lock = asyncio.Lock()

    async def visit(url):
        async with lock:
            return await fetch(url)

    return await asyncio.gather(*(visit(url) for url in urls))
