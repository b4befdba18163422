"""You hand a place to the first in the line without looking whether it is still waiting. Its future has
been cancelled, and `set_result` raises InvalidStateError in the block of somebody else, who has done
nothing wrong."""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.free = size
        self.idle = []
        self.line = deque()

    async def take_place(self):
        if self.free and not self.line:
            self.free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self.line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.free_place()
            raise

    def free_place(self):
        if self.line:
            self.line.popleft().set_result(None)
        else:
            self.free += 1

    @asynccontextmanager
    async def get(self):
        await self.take_place()
        try:
            conn = self.idle.pop() if self.idle else await self.connect()
            try:
                yield conn
            except OSError:
                await conn.close()
                raise
            except BaseException:
                self.idle.append(conn)
                raise
            self.idle.append(conn)
        finally:
            self.free_place()

    async def aclose(self):
        while self.idle:
            await self.idle.pop().close()
