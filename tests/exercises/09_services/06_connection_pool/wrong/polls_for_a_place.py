"""Whoever finds no connection sleeps for a while and looks again. Who looks at the right moment goes
first, whenever it came; and a connection that comes back lies there until somebody looks. What could wake
the first in the line?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []

    @asynccontextmanager
    async def get(self):
        while self.permits.locked():
            await asyncio.sleep(0.3)
        async with self.permits:
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
