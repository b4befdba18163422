"""`close()` only leaves a note, and a reader looks at it when the next item comes. But no item comes any
more: whoever waits at that moment waits for ever. The end is news too."""

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
        self.readers.append(reader)
        try:
            yield reader.items()
        finally:
            self.readers.remove(reader)

    def close(self):
        for reader in self.readers:
            reader.close()
