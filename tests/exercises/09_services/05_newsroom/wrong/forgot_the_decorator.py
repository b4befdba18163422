"""Your `subscribe` has a `yield`, so calling it makes an async generator. `async with` asks for something
else: an object with `__aenter__` and `__aexit__`. What makes the one from the other?"""

import asyncio
from collections import deque


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

    async def subscribe(self):
        reader = Reader(self.size)
        self.readers.append(reader)
        try:
            yield reader.items()
        finally:
            self.readers.remove(reader)

    def close(self):
        for reader in self.readers:
            reader.close()
