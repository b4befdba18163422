"""As many workers as allowed; at a condition each waits for a page whose host has a place, or for the end."""

import asyncio
from collections import Counter


class Crawl:
    def __init__(self, start, fetch, per_host, timeout, tries):
        self.fetch, self.per_host, self.timeout, self.tries = fetch, per_host, timeout, tries
        self.line, self.seen, self.busy = [start], {start}, Counter()
        self.report = {}
        self.changed = asyncio.Condition()

    def next(self):
        return next((url for url in self.line if self.busy[url.partition("/")[0]] < self.per_host), None)

    def over(self):
        return not self.line and not self.busy.total()

    async def worker(self):
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.next() or self.over())
                if self.over():
                    return
                url = self.next()
                self.line.remove(url)
                self.busy[url.partition("/")[0]] += 1
            links = await self.page(url)
            async with self.changed:
                self.busy[url.partition("/")[0]] -= 1
                self.report[url] = "failed" if links is None else "ok"
                for link in links or []:
                    if link not in self.seen:
                        self.seen.add(link)
                        self.line.append(link)
                self.changed.notify_all()

    async def page(self, url, number=1):
        try:
            return await asyncio.wait_for(self.fetch(url), self.timeout)
        except Exception:
            return await self.page(url, number + 1) if number < self.tries else None


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    if stop.is_set():
        return {}
    state = Crawl(start, fetch, per_host, timeout, tries)
    crew = [asyncio.create_task(state.worker()) for _ in range(workers)]
    everybody = asyncio.gather(*crew)
    halt = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({everybody, halt}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        halt.cancel()
        for task in crew:
            task.cancel()
        await asyncio.wait([*crew, halt])
    return state.report
