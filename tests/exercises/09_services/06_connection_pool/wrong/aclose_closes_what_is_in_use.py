"""Your `aclose` closes every connection that was ever opened: also those that somebody is working with.
Which of them are the pool's at that moment?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []
        self.all = []

    @asynccontextmanager
    async def get(self):
        async with self.permits:
            conn = self.idle.pop() if self.idle else await self.connect()
            if conn not in self.all:
                self.all.append(conn)
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
        self.idle.clear()
        for conn in self.all:
            await conn.close()
