"""The pool serves the line itself. Whoever is first gets a future with a connection, or with an opening that
has already begun, as a task. If it is cancelled in this very moment, it ends the opening and passes on the place.
"""

import asyncio
import contextlib
from collections import deque


class Pool:
    def __init__(self, connect, size):
        self.connect, self.size = connect, size
        self.there = 0
        self.idle = []
        self.line = deque()

    def serve_line(self):
        while self.line and (self.idle or self.there < self.size):
            fut = self.line.popleft()
            if fut.done():
                continue
            if self.idle:
                fut.set_result(self.idle.pop())
            else:
                self.there += 1
                fut.set_result(asyncio.ensure_future(self.connect()))

    async def enter(self):
        fut = asyncio.get_running_loop().create_future()
        self.line.append(fut)
        self.serve_line()
        try:
            got = await fut
        except asyncio.CancelledError:
            if not fut.cancelled():
                got = fut.result()
                if isinstance(got, asyncio.Task):
                    got.cancel()
                    await asyncio.gather(got, return_exceptions=True)
                    self.there -= 1
                else:
                    self.idle.append(got)
                self.serve_line()
            raise
        if isinstance(got, asyncio.Task):
            try:
                got = await got
            except BaseException:
                self.there -= 1
                self.serve_line()
                raise
        return got

    @contextlib.asynccontextmanager
    async def get(self):
        conn = await self.enter()
        broken = False
        try:
            yield conn
        except OSError:
            broken = True
            raise
        finally:
            if broken:
                await conn.close()
                self.there -= 1
            else:
                self.idle.append(conn)
            self.serve_line()

    async def aclose(self):
        while self.idle:
            conn = self.idle.pop()
            await conn.close()
            self.there -= 1
