"""Each of your workers takes the next page from the queue and waits with it until its host has a place. So
a few pages of one busy host keep all workers waiting, while pages of other hosts stand behind them in the
queue.
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
        while True:
            url = await queue.get()
            async with hosts[url.partition("/")[0]]:
                links = await links_of(url)
            report[url] = "failed" if links is None else "ok"
            for link in links or []:
                if link not in known:
                    known.add(link)
                    queue.put_nowait(link)
            queue.task_done()

    async def visit_all():
        crew = [asyncio.create_task(worker()) for _ in range(workers)]
        try:
            await queue.join()
        finally:
            for task in crew:
                task.cancel()
            await asyncio.wait(crew)

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
