"""You put a reader on the list in `subscribe()` itself. Whoever calls it, and has not entered the block or
never does, is counted already and fills a buffer. Entering is `__aenter__`: what belongs there?"""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Reader:
    def __init__(self, size):
        self.buffer = deque(maxlen=size)
        self.news = asyncio.Event()
        self.closed = False

    def put(self, item):
        self.buffer.append(item)
        self.news.set()

    def close(self):
        self.closed = True
        self.news.set()

    async def items(self):
        while True:
            while self.buffer:
                yield self.buffer.popleft()
            if self.closed:
                return
            self.news.clear()
            await self.news.wait()


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.readers = []

    @property
    def subscribers(self):
        return len(self.readers)

    def publish(self, item):
        for reader in self.readers:
            reader.put(item)

    def subscribe(self):
        reader = Reader(self.size)
        self.readers.append(reader)
        return self.block(reader)

    @asynccontextmanager
    async def block(self, reader):
        try:
            yield reader.items()
        finally:
            self.readers.remove(reader)

    def close(self):
        for reader in self.readers:
            reader.close()
