"""No generator: an object that reads ahead by one item of each feed, with __anext__ and aclose."""

import asyncio
from collections import deque


class Merged:
    def __init__(self, feeds):
        self.feeds = feeds
        self.reads = None
        self.ready = deque()
        self.over = False

    def __aiter__(self):
        return self

    def read(self, feed):
        self.reads[asyncio.ensure_future(feed.__anext__())] = feed

    async def __anext__(self):
        if self.over:
            raise StopAsyncIteration
        if self.reads is None:
            self.reads = {}
            for feed in self.feeds:
                self.read(feed)
        try:
            while True:
                if not self.reads:
                    raise StopAsyncIteration
                if not self.ready:
                    done, _ = await asyncio.wait(self.reads, return_when="FIRST_COMPLETED")
                    self.ready.extend(done)
                task = self.ready.popleft()
                feed = self.reads.pop(task)
                if not isinstance(task.exception(), StopAsyncIteration):
                    break
            item = task.result()
        except (Exception, asyncio.CancelledError):
            await self.aclose()
            raise
        self.read(feed)
        return item

    async def aclose(self):
        self.over = True
        reads, self.reads = self.reads or {}, {}
        for task in reads:
            task.cancel()
        await asyncio.gather(*reads, return_exceptions=True)
        await asyncio.gather(*(feed.aclose() for feed in self.feeds))


def merge(*feeds):
    return Merged(feeds)
