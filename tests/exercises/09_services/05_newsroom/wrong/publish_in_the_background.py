"""`publish` starts a task for each item, which waits until the reader's queue has a place. So nothing is
ever dropped: the items wait in tasks in place of the buffer, more and more of them, and the slow reader
gets everything, late."""

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
            asyncio.ensure_future(queue.put(item))

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
