"""An asyncio.Queue wakes the first one who waits, but it does not keep the item for it. Somebody who calls
`get` before the woken one runs takes it away, and the woken one goes to the end of the line. So who comes
and goes quickly can have a connection for ever."""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = asyncio.Queue()
        for _ in range(size):
            self.places.put_nowait(None)
        self.idle = []

    @asynccontextmanager
    async def get(self):
        await self.places.get()
        try:
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
        finally:
            self.places.put_nowait(None)

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
