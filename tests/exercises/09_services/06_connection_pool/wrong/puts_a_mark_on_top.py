"""Connections and marks for free places lie in one pile. After a broken connection you put a mark on top
of it: so the next user opens a connection, although an idle one lies right under the mark. Which of the
two must always be found first?"""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.pile = asyncio.LifoQueue()
        for _ in range(size):
            self.pile.put_nowait(None)
        self.line = asyncio.Lock()

    @asynccontextmanager
    async def get(self):
        async with self.line:
            conn = await self.pile.get()
        back = None
        try:
            if conn is None:
                conn = await self.connect()
            back = conn
            try:
                yield conn
            except OSError:
                back = None
                await conn.close()
                raise
        finally:
            self.pile.put_nowait(back)

    async def aclose(self):
        while not self.pile.empty():
            conn = self.pile.get_nowait()
            if conn is not None:
                await conn.close()
