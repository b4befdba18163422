"""Your workers take the next page with `pop()`, which takes the last one. The bodies come back in the right
order, but the pages were begun from the end. Take the next page from the other side."""

import asyncio


async def crawl(fetch, urls, limit):
    bodies = [""] * len(urls)
    left = list(enumerate(urls))

    async def worker():
        while left:
            number, url = left.pop()
            bodies[number] = await fetch(url)

    await asyncio.gather(*(worker() for _ in range(limit)))
    return bodies
