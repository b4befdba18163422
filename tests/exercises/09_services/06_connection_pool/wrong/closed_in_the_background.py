"""You start the closing as a task and do not wait for it. The place is free again while the old connection
is still open: for a moment there are more than `size`."""

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
                raise
            finally:
                if broken:
                    asyncio.ensure_future(conn.close())
                else:
                    self.idle.append(conn)

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
