"""You hold a lock while a connection is being opened. So the second user waits for the first one's opening
to end, and only then its own begins. What has to be protected is a number, and not the waiting."""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []
        self.lock = asyncio.Lock()

    @asynccontextmanager
    async def get(self):
        async with self.permits:
            async with self.lock:
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
