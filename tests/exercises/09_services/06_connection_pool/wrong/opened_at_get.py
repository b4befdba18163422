"""`get()` itself begins to open a connection, before anybody enters the block. Whoever calls it and never
enters has a connection opened for nothing. Entering is `__aenter__`: what belongs there?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []

    def get(self):
        opening = None if self.idle else asyncio.ensure_future(self.connect())
        return self.block(opening)

    @asynccontextmanager
    async def block(self, opening):
        async with self.permits:
            conn = self.idle.pop() if self.idle else await (opening or self.connect())
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

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
