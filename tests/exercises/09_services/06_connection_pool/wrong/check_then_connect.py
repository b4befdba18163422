"""You count a connection when it is open. But `connect` takes time, and meanwhile a second user looks at
the same old number and sees the same free place: between a check and what follows from it, there must be
no `await`."""

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
                try:
                    conn = await self.connect()
                except BaseException:
                    self.wake()
                    raise
                self.opened += 1
                return conn
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
            raise
        except BaseException:
            self.idle.append(conn)
            raise
        else:
            self.idle.append(conn)
        finally:
            self.wake()

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
