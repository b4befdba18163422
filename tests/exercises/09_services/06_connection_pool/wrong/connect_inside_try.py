"""Your `try` begins before the connection is there. When `connect` itself raises OSError, you go to close
a connection that does not exist, and another error comes out. From which line on is there something to
close?"""

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
            broken = False
            try:
                conn = self.idle.pop() if self.idle else await self.connect()
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
