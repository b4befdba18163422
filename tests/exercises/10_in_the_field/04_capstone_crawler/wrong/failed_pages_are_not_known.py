"""A page that has failed is forgotten, and when another page links to it, all its tries begin once more. Each page is
visited once, and to fail is a way to have been visited.
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

    async def visit(url, group):
        async with hosts[url.partition("/")[0]], places:
            links = await links_of(url)
        if links is None:
            known.discard(url)
        report[url] = "failed" if links is None else "ok"
        for link in links or []:
            if link not in known:
                known.add(link)
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
