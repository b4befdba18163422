"""Of those who wait, you serve the last one first. With many users, the first in the line may wait for
ever. (The other rule, the last one first, is meant for connections.)"""

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
        while self.line:
            turn = self.line.pop()
            if not turn.done():
                turn.set_result(None)
                return
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
