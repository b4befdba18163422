"""Your workers go home when the queue is empty. But an empty queue does not mean that there is nothing to
do: a page under way may still find others. When is the work really over?
"""

import asyncio
from collections import defaultdict


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report = {}
    known = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def links_of(url):
        for _ in range(tries):
            try:
                async with asyncio.timeout(timeout):
                    return await fetch(url)
            except Exception:
                continue
        return None

    async def worker():
        while not queue.empty():
            url = queue.get_nowait()
            async with hosts[url.partition("/")[0]]:
                links = await links_of(url)
            report[url] = "failed" if links is None else "ok"
            for link in links or []:
                if link not in known:
                    known.add(link)
                    queue.put_nowait(link)

    async def visit_all():
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(worker())

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
