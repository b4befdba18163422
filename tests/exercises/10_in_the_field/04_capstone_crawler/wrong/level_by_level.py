"""You visit all pages of one level, and then all pages that they link to. A slow page holds up everything
that the others have found. What has to be waited for before a page may begin?
"""

import asyncio
from collections import defaultdict


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report = {}
    known = {start}
    places = asyncio.Semaphore(workers)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def links_of(url):
        for _ in range(tries):
            try:
                async with asyncio.timeout(timeout):
                    return await fetch(url)
            except Exception:
                continue
        return None

    async def visit(url, found):
        async with hosts[url.partition("/")[0]], places:
            links = await links_of(url)
        report[url] = "failed" if links is None else "ok"
        for link in links or []:
            if link not in known:
                known.add(link)
                found.append(link)

    async def visit_all():
        level = [start]
        while level:
            found = []
            async with asyncio.TaskGroup() as group:
                for url in level:
                    group.create_task(visit(url, found))
            level = found

    if stop.is_set():
        return report
    crawling = asyncio.create_task(visit_all())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([crawling, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        crawling.cancel()
        stopping.cancel()
        await asyncio.wait([crawling, stopping])
    if not crawling.cancelled():
        crawling.result()
    return report
