"""Items form a chain of futures: each holds an item and the next future. A reader walks along the
chain, and skips what is too old."""

import asyncio


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.subscribers = 0
        self.count = 0
        self.tail = asyncio.get_running_loop().create_future()

    def publish(self, item):
        self.count += 1
        following = asyncio.get_running_loop().create_future()
        tail, self.tail = self.tail, following
        tail.set_result((self.count, item, following))

    def close(self):
        self.tail.set_result(None)

    def subscribe(self):
        return Walk(self)


class Walk:
    def __init__(self, newsroom):
        self.newsroom = newsroom

    async def __aenter__(self):
        self.newsroom.subscribers += 1
        self.at = self.newsroom.tail
        return self

    async def __aexit__(self, *ended):
        self.newsroom.subscribers -= 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            # A wait that is given up must not cancel the future: all readers share it.
            if not self.at.done():
                await asyncio.wait([self.at])
            link = self.at.result()
            if link is None:
                raise StopAsyncIteration
            number, item, self.at = link
            if number > self.newsroom.count - self.newsroom.size:
                return item
