"""A condition, with numbers as in a waiting room: whoever has the lowest number of those who are still
there is next."""

import asyncio
from contextlib import asynccontextmanager
from itertools import count


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.size = size
        self.busy = 0
        self.idle = []
        self.changed = asyncio.Condition()
        self.numbers = count()
        self.waiting = []

    async def take_place(self):
        number = next(self.numbers)
        self.waiting.append(number)
        async with self.changed:
            try:
                await self.changed.wait_for(lambda: self.waiting[0] == number and self.busy < self.size)
                self.busy += 1
            finally:
                self.waiting.remove(number)
                self.changed.notify_all()

    async def free_place(self):
        self.busy -= 1
        async with self.changed:
            self.changed.notify_all()

    @asynccontextmanager
    async def get(self):
        await self.take_place()
        try:
            conn = self.idle.pop() if self.idle else await self.connect()
            broken = False
            try:
                yield conn
            except OSError:
                broken = True
                raise
            finally:
                if broken:
                    await conn.close()
                else:
                    self.idle.append(conn)
        finally:
            await self.free_place()

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
