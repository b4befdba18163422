"""You open all connections when the first one is needed. The first user waits for more than it needs, and
the database serves connections that nobody uses."""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []
        self.size = size
        self.begun = False

    @asynccontextmanager
    async def get(self):
        async with self.permits:
            if not self.begun:
                self.begun = True
                self.idle = list(await asyncio.gather(*(self.connect() for _ in range(self.size))))
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

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
