"""Two task groups: whoever sees the stop raises in the outer one, which ends the inner one with all pages."""

import asyncio
from collections import defaultdict


class Stopped(Exception):
    pass


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report, seen = {}, {start}
    crew = asyncio.Semaphore(workers)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def page(url, group):
        links = []
        async with hosts[url.split("/")[0]], crew:
            for _ in range(tries):
                try:
                    async with asyncio.timeout(timeout):
                        links = await fetch(url)
                except Exception:
                    report[url] = None
                else:
                    report[url] = "ok"
                    break
            else:
                report[url] = "failed"
        for link in links:
            if link not in seen:
                seen.add(link)
                group.create_task(page(link, group))

    async def watch():
        await stop.wait()
        raise Stopped

    if stop.is_set():
        return report
    try:
        async with asyncio.TaskGroup() as outer:
            watcher = outer.create_task(watch())
            async with asyncio.TaskGroup() as pages:
                pages.create_task(page(start, pages))
            watcher.cancel()
    except* Stopped:
        pass
    return {url: state for url, state in report.items() if state}
