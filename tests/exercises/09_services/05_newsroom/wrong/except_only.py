"""You take a reader off the list after its block, and also when the block raised an Exception. A
cancellation is a CancelledError, which is no Exception: it passes by your `except`, and the reader stays
on the list."""

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
        self.readers.append(reader)
        try:
            yield reader.items()
        except Exception:
            self.readers.remove(reader)
            raise
        else:
            self.readers.remove(reader)

    def close(self):
        for reader in self.readers:
            reader.close()
