"""Your list of readers belongs to the class, and not to the object. So all newsrooms share it: what one
publishes goes to the readers of another, and closing one closes them all. Where is a thing made that
belongs to one object?"""

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
    readers = []

    def __init__(self, size):
        self.size = size

    @property
    def subscribers(self):
        return len(self.readers)

    def publish(self, item):
        for reader in self.readers:
            reader.put(item)

    @asynccontextmanager
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
