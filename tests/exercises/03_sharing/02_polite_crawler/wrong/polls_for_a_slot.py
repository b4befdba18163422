"""You look every 0.35 s whether a slot is free. A slot that becomes free just after a look stays idle until
the next one, and looking more often only burns more time. Let the end of a fetch wake the next page."""

import asyncio


async def crawl(fetch, urls, limit):
    under_way = 0

    async def visit(url):
        nonlocal under_way
        while under_way >= limit:
            await asyncio.sleep(0.35)
        under_way += 1
        try:
            return await fetch(url)
        finally:
            under_way -= 1

    return await asyncio.gather(*(visit(url) for url in urls))
