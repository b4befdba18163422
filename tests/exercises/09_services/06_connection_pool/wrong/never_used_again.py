"""You open a connection for each user and close it afterwards. That is a limit, and no pool: nothing is
used again, and everybody pays for the opening."""

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
            conn = await self.connect()
            broken = False
            try:
                yield conn
            except OSError:
                broken = True
                raise
            finally:
                await conn.close()

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
