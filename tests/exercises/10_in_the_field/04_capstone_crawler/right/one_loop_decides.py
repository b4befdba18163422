"""One loop decides everything: what may begin, what has ended, what is tried again; a deque is the line."""

import asyncio
from collections import Counter, deque


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report, seen, line = {}, {start}, deque([start])
    tried, busy = Counter(), Counter()
    running = {}
    stopped = asyncio.ensure_future(stop.wait())

    async def attempt(url):
        async with asyncio.timeout(timeout):
            return await fetch(url)

    def begin():
        for url in list(line):
            host = url.split("/")[0]
            if len(running) < workers and busy[host] < per_host:
                line.remove(url)
                busy[host] += 1
                tried[url] += 1
                running[asyncio.create_task(attempt(url))] = url

    try:
        while (line or running) and not stop.is_set():
            begin()
            done, _ = await asyncio.wait([*running, stopped], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopped}:
                url = running.pop(task)
                busy[url.split("/")[0]] -= 1
                if task.exception() is None:
                    report[url] = "ok"
                    for link in task.result():
                        if link not in seen:
                            seen.add(link)
                            line.append(link)
                elif tried[url] < tries:
                    line.append(url)
                else:
                    report[url] = "failed"
        return report
    finally:
        for task in (*running, stopped):
            task.cancel()
        await asyncio.gather(*running, stopped, return_exceptions=True)
