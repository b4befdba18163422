"""After a block you put the connection to the idle ones, but nobody who waits learns of it, unless the
connection was broken. They wait for ever, and an idle connection lies beside them."""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.size = size
        self.opened = 0
        self.idle = []
        self.line = deque()

    async def take(self):
        while True:
            if self.idle:
                return self.idle.pop()
            if self.opened < self.size:
                self.opened += 1
                try:
                    return await self.connect()
                except BaseException:
                    self.opened -= 1
                    self.wake()
                    raise
            turn = asyncio.Future()
            self.line.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if not turn.cancelled():
                    self.wake()
                raise

    def wake(self):
        while self.line:
            turn = self.line.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    @asynccontextmanager
    async def get(self):
        conn = await self.take()
        try:
            yield conn
        except OSError:
            await conn.close()
            self.opened -= 1
            self.wake()
            raise
        except BaseException:
            self.idle.append(conn)
            raise
        else:
            self.idle.append(conn)

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
