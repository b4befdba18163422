"""A queue of places. Its `get` would let others pass, so only one at a time may stand at it: a lock
keeps the line."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.first_in_line = asyncio.Lock()
        self.places = asyncio.Queue()
        for _ in range(size):
            self.places.put_nowait("place")
        self.idle = []

    @asynccontextmanager
    async def get(self):
        async with AsyncExitStack() as stack:
            async with self.first_in_line:
                place = await self.places.get()
            stack.callback(self.places.put_nowait, place)
            conn = self.idle.pop() if self.idle else await self.connect()
            try:
                yield conn
            except OSError:
                stack.push_async_callback(conn.close)
                raise
            except BaseException:
                stack.callback(self.idle.append, conn)
                raise
            stack.callback(self.idle.append, conn)

    async def aclose(self):
        await asyncio.gather(*(conn.close() for conn in self.idle))
        self.idle.clear()
