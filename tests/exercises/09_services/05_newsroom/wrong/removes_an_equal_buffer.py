"""`list.remove()` takes out the first one that is EQUAL, and two empty deques are equal. So when one
reader leaves, the buffer of another may be taken off your list, and that reader hears nothing any more.
How can you tell two buffers apart that have the same contents?"""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.buffers = []
        self.news = asyncio.Event()
        self.closed = False

    @property
    def subscribers(self):
        return len(self.buffers)

    def publish(self, item):
        for buffer in self.buffers:
            buffer.append(item)
        self.wake_all()

    def wake_all(self):
        self.news.set()
        self.news = asyncio.Event()

    @asynccontextmanager
    async def subscribe(self):
        buffer = deque(maxlen=self.size)
        self.buffers.append(buffer)
        try:
            yield self.items(buffer)
        finally:
            self.buffers.remove(buffer)

    async def items(self, buffer):
        while True:
            while buffer:
                yield buffer.popleft()
            if self.closed:
                return
            await self.news.wait()

    def close(self):
        self.closed = True
        self.wake_all()
