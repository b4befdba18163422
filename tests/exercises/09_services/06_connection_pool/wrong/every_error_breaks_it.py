"""You close the connection after any exception in the block. A ValueError or a cancellation says nothing
about the connection: it is sound, and to open another one costs time. Which errors come from the
connection?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []

    @asynccontextmanager
    async def get(self):
        async with self.permits:
            conn = self.idle.pop() if self.idle else await self.connect()
            broken = False
            try:
                yield conn
            except BaseException:
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
