"""You take a place, and then open the connection. When the opening fails, nobody gives the place back: a
pool of one is dead after one bad answer of the database. From which line on does your `try` watch over the
place?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.Semaphore(size)
        self.idle = []

    @asynccontextmanager
    async def get(self):
        await self.permits.acquire()
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
            self.permits.release()

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
