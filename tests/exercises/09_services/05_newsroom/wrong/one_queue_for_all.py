"""All your readers take from one queue. What one of them takes out, the others never see: a queue deals
work out, it does not copy it. How many buffers are needed, so that everybody gets everything?"""

import asyncio
from contextlib import asynccontextmanager

END = object()


class Newsroom:
    def __init__(self, size):
        self.queue = asyncio.Queue()
        self.size = size
        self.subscribers = 0

    def publish(self, item):
        if self.queue.qsize() == self.size:
            self.queue.get_nowait()
        self.queue.put_nowait(item)

    @asynccontextmanager
    async def subscribe(self):
        self.subscribers += 1
        try:
            yield self.items()
        finally:
            self.subscribers -= 1

    async def items(self):
        while (item := await self.queue.get()) is not END:
            yield item
        self.queue.put_nowait(END)  # for the next reader

    def close(self):
        self.queue.put_nowait(END)
