"""After `close()`, your readers stop at once, and what is still in their buffers is lost. A reader that
was busy has not seen it yet. In which order must a reader look at its buffer and at the end?"""

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
            while self.buffer and not self.closed:
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
