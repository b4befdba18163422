"""When the buffer is full, you leave out the new item. So a slow reader has the oldest items in hand, and
misses what has just happened. The rule is the other way round: which end of the buffer has to give way?"""

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
            if not queue.full():
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
        for queue in self.queues:
            queue._maxsize += 1
            queue.put_nowait(END)
