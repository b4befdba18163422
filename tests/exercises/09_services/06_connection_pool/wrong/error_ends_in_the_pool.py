"""Your `except OSError` closes the connection, and the error ends there. The user's program goes on behind
the block, as if its question had been answered. Whoever catches an error to clean up has to let it go on."""

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
            except OSError:
                broken = True
            finally:
                if broken:
                    await conn.close()
                else:
                    self.idle.append(conn)

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
