"""A deque under a condition: the reader asks for the next item only when there is a place for it."""

import asyncio
from collections import deque


class Buffer:
    def __init__(self, size):
        self.size = size
        self.items = deque()
        self.ended = False
        self.changed = asyncio.Condition()

    async def fill(self, source):
        async for item in source:
            async with self.changed:
                self.items.append(item)
                self.changed.notify_all()
                await self.changed.wait_for(lambda: len(self.items) < self.size)
        async with self.changed:
            self.ended = True
            self.changed.notify_all()

    async def __aiter__(self):
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.items or self.ended)
                if not self.items:
                    return
                item = self.items.popleft()
                self.changed.notify_all()
            yield item


async def pump(source, send, size):
    buffer = Buffer(size)
    reader = asyncio.create_task(buffer.fill(source))

    async def deliver():
        count = 0
        async for item in buffer:
            await send(item)
            count += 1
        return count

    sender = asyncio.create_task(deliver())
    try:
        both = asyncio.gather(reader, sender)
        return (await both)[1]
    finally:
        reader.cancel()
        sender.cancel()
        await asyncio.gather(reader, sender, return_exceptions=True)
