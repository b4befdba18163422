"""An asyncio.Queue for each reader, without a bound: publish takes the oldest item out by hand, so
there is always a place for the mark of the end."""

import asyncio

END = object()


class Subscription:
    def __init__(self, newsroom):
        self.newsroom = newsroom

    async def __aenter__(self):
        self.queue = asyncio.Queue()
        self.newsroom.queues.append(self.queue)
        return self.items()

    async def __aexit__(self, kind, error, traceback):
        self.newsroom.queues.remove(self.queue)

    async def items(self):
        while (item := await self.queue.get()) is not END:
            yield item


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.queues = []

    @property
    def subscribers(self):
        return len(self.queues)

    def publish(self, item):
        for queue in self.queues:
            if queue.qsize() == self.size:
                queue.get_nowait()
            queue.put_nowait(item)

    def subscribe(self):
        return Subscription(self)

    def close(self):
        for queue in self.queues:
            queue.put_nowait(END)
