"""You collect the bodies as they arrive. A quick page overtakes a slow one, and its body stands at the wrong
place. The order of arrival is not the order of the list."""

import asyncio


async def crawl(fetch, urls, limit):
    slots = asyncio.Semaphore(limit)
    bodies = []

    async def visit(url):
        async with slots:
            bodies.append(await fetch(url))

    await asyncio.gather(*(visit(url) for url in urls))
    return bodies
