"""When a reader leaves, you take the first one off the list, whoever that is. The one who has left stays
on it, and another one, who is still there, hears nothing any more."""

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
            self.queues.pop(0)

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
