"""You look at `stop` between two fetches. A fetch that hangs does not look: the stop waits until the ones
under way have ended. Who can notice it at once?
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
            if stop.is_set():
                return
            links = await links_of(url)
        report[url] = "failed" if links is None else "ok"
        for link in links or []:
            if link not in known:
                known.add(link)
                group.create_task(visit(link, group))

    async def visit_all():
        async with asyncio.TaskGroup() as group:
            group.create_task(visit(start, group))

    await visit_all()
    return report
