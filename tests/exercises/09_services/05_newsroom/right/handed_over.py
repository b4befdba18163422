"""A reader who waits gets the item handed over by a future; only a busy one has items in its buffer."""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Reader:
    def __init__(self, size):
        self.buffer = deque()
        self.size = size
        self.closed = False
        self.wanted = None

    def put(self, item):
        if self.wanted is not None and not self.wanted.done():
            self.wanted.set_result(item)
            return
        self.buffer.append(item)
        if len(self.buffer) > self.size:
            self.buffer.popleft()

    def end(self):
        self.closed = True
        if self.wanted is not None and not self.wanted.done():
            self.wanted.cancel()

    async def items(self):
        while self.buffer or not self.closed:
            if self.buffer:
                yield self.buffer.popleft()
                continue
            self.wanted = asyncio.get_running_loop().create_future()
            try:
                item = await self.wanted
            except asyncio.CancelledError:
                if self.closed and asyncio.current_task().cancelling() == 0:
                    return
                raise
            yield item


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.readers = {}

    @property
    def subscribers(self):
        return len(self.readers)

    def publish(self, item):
        for reader in list(self.readers.values()):
            reader.put(item)

    def close(self):
        for reader in self.readers.values():
            reader.end()

    @asynccontextmanager
    async def subscribe(self):
        reader = Reader(self.size)
        self.readers[id(reader)] = reader
        try:
            yield reader.items()
        finally:
            del self.readers[id(reader)]
