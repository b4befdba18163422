"""`close()` cancels the tasks that are reading. That stops them in the middle of their own work, buffered
items and all, and whoever awaits such a task gets a CancelledError. An iteration has a proper end: how
does an iterator say that nothing more will come?"""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Reader:
    def __init__(self, size):
        self.buffer = deque(maxlen=size)
        self.news = asyncio.Event()
        self.task = asyncio.current_task()

    def put(self, item):
        self.buffer.append(item)
        self.news.set()

    def close(self):
        self.task.cancel()

    async def items(self):
        while True:
            while self.buffer:
                yield self.buffer.popleft()
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
