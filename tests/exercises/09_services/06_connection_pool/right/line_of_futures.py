"""A line of futures: whoever gives something back hands it to the first in the line, a connection or
(as None) a place. Who is cancelled with it in the hand passes it on."""

import asyncio
from collections import deque
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self._connect = connect
        self._places = size
        self._idle = []
        self._line = deque()

    async def _take(self):
        if not self._line:
            if self._idle:
                return self._idle.pop()
            if self._places:
                self._places -= 1
                return None
        turn = asyncio.get_running_loop().create_future()
        self._line.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give(turn.result())
            raise

    def _give(self, conn):
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(conn)
                return
        if conn is None:
            self._places += 1
        else:
            self._idle.append(conn)

    @asynccontextmanager
    async def get(self):
        conn = await self._take()
        back = None
        try:
            if conn is None:
                conn = await self._connect()
            back = conn
            try:
                yield conn
            except OSError:
                back = None
                await conn.close()
                raise
        finally:
            self._give(back)

    async def aclose(self):
        idle, self._idle = self._idle, []
        self._places += len(idle)
        await asyncio.gather(*(conn.close() for conn in idle))
