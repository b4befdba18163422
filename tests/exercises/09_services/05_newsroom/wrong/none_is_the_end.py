"""You use None as the mark for the end. But None may be an item, and then your readers end in the middle
of the programme. A mark has to be something that nobody can publish."""

import asyncio
from contextlib import asynccontextmanager

END = None


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
        for queue in self.queues:
            queue._maxsize += 1
            queue.put_nowait(END)
