"""`limit` workers take the next page from one iterator: no semaphore, and no task for each page."""

import asyncio


async def crawl(fetch, urls, limit):
    bodies = [""] * len(urls)
    numbered = iter(enumerate(urls))

    async def worker():
        for number, url in numbered:
            bodies[number] = await fetch(url)

    await asyncio.gather(*(worker() for _ in range(limit)))
    return bodies
