"""What one crawl knows, all others know too: your set of known pages stands at the top of the file. The
second crawl finds nothing new. Where is something made that belongs to one call?
"""

import asyncio
from collections import defaultdict


KNOWN = set()


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report = {}
    KNOWN.add(start)
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

    async def visit(url, group):
        async with hosts[url.partition("/")[0]], places:
            links = await links_of(url)
        report[url] = "failed" if links is None else "ok"
        for link in links or []:
            if link not in KNOWN:
                KNOWN.add(link)
                group.create_task(visit(link, group))

    async def visit_all():
        async with asyncio.TaskGroup() as group:
            group.create_task(visit(start, group))

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
