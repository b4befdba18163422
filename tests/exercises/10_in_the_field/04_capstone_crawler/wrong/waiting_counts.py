"""Your timeout begins when a page gets into the line, and not when its fetch begins. Where all have to
wait, the last ones time out before anybody has asked for them.
"""

import asyncio
from collections import defaultdict


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report = {}
    known = {start}
    places = asyncio.Semaphore(workers)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def visit(url, group):
        links = None
        for _ in range(tries):
            try:
                async with asyncio.timeout(timeout), hosts[url.partition("/")[0]], places:
                    links = await fetch(url)
                break
            except Exception:
                continue
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
