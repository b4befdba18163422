"""One log of the last items for all. Each reader has only a number: which item it wants next. Whoever
is too far behind jumps ahead."""

import asyncio
from contextlib import asynccontextmanager


class Newsroom:
    def __init__(self, size):
        self.size = size
        self.log = []
        self.dropped = 0  # so many items are no longer in the log
        self.subscribers = 0
        self.closed = False
        self.waiting = []

    def publish(self, item):
        self.log.append(item)
        if len(self.log) > self.size:
            del self.log[0]
            self.dropped += 1
        self.wake_all()

    def close(self):
        self.closed = True
        self.wake_all()

    def wake_all(self):
        waiting, self.waiting = self.waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    @asynccontextmanager
    async def subscribe(self):
        self.subscribers += 1
        try:
            yield self.items(self.dropped + len(self.log))
        finally:
            self.subscribers -= 1

    async def items(self, position):
        while True:
            position = max(position, self.dropped)
            if position < self.dropped + len(self.log):
                position += 1
                yield self.log[position - 1 - self.dropped]
            elif self.closed:
                return
            else:
                future = asyncio.get_running_loop().create_future()
                self.waiting.append(future)
                await future
