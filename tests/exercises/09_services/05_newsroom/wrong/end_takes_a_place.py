"""Your mark for the end goes the same way as an item. When a buffer is full, the mark pushes the oldest
item out, and a reader misses something that was still within its `size`. The end must not need a place."""

import asyncio
from contextlib import asynccontextmanager

END = object()


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.queues = []

    @property
    def subscribers(self):
        return len(self.queues)

    def publish(self, item):
        for queue in self.queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(item)

    @asynccontextmanager
    async def subscribe(self):
        queue = asyncio.Queue(self.size)
        self.queues.append(queue)
        try:
            yield self.items(queue)
        finally:
            self.queues.remove(queue)

    async def items(self, queue):
        while True:
            item = await queue.get()
            if item is END:
                return
            yield item

    def close(self):
        self.publish(END)
