"""Callbacks and counters: a page that has ended calls in the next ones; a future is the end."""

import asyncio


class Crawler:
    def __init__(self, fetch, workers, per_host, timeout, tries):
        self.fetch = fetch
        self.free = workers
        self.per_host = per_host
        self.timeout = timeout
        self.tries = tries
        self.hosts = {}
        self.report = {}
        self.tasks = set()
        self.waiting = {}
        self.end = asyncio.get_running_loop().create_future()

    def learn(self, url):
        if url not in self.waiting:
            self.waiting[url] = True
            self.hosts.setdefault(url[: url.index("/")], self.per_host)

    def fill(self):
        for url, waits in self.waiting.items():
            host = url[: url.index("/")]
            if waits and self.free and self.hosts[host]:
                self.waiting[url] = False
                self.free -= 1
                self.hosts[host] -= 1
                task = asyncio.create_task(self.visit(url), name=url)
                self.tasks.add(task)
                task.add_done_callback(self.ended)
        if not self.tasks and not self.end.done():
            self.end.set_result(None)

    async def visit(self, url):
        left = self.tries
        while left:
            left -= 1
            try:
                return await asyncio.wait_for(self.fetch(url), self.timeout)
            except Exception:
                continue
        return None

    def ended(self, task):
        self.tasks.remove(task)
        if task.cancelled():
            return
        url = task.get_name()
        self.free += 1
        self.hosts[url[: url.index("/")]] += 1
        self.report[url] = "failed" if task.result() is None else "ok"
        for link in task.result() or ():
            self.learn(link)
        self.fill()

    async def run(self, start, stop):
        if stop.is_set():
            return
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: self.end.done() or self.end.set_result(None))
        self.learn(start)
        self.fill()
        try:
            await self.end
        finally:
            stopping.cancel()
            left = [*self.tasks, stopping]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    crawler = Crawler(fetch, workers, per_host, timeout, tries)
    await crawler.run(start, stop)
    return crawler.report
