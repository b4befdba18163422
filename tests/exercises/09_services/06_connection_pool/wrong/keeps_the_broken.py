"""You give back whatever comes out of the block, also a connection whose block raised OSError. The next
user gets a dead connection, and the one after that, too. What has to be known before you put it to the
idle ones?"""

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
            finally:
                if broken:
                    await conn.close()
                else:
                    self.idle.append(conn)

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
