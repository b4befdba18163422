"""You put a reader on the list when it asks for its first item. What is published after it has entered the
block, but before it asks, passes it by. From which line on is it present?"""

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

    @asynccontextmanager
    async def subscribe(self):
        reader = Reader(self.size)
        try:
            yield self.items(reader)
        finally:
            self.readers.remove(reader)

    async def items(self, reader):
        self.readers.append(reader)
        async for item in reader.items():
            yield item

    def close(self):
        for reader in self.readers:
            reader.close()
