"""One task has the whole book: it reads wishes from a mailbox, and is the only one who counts."""

import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.free = size
        self.idle = []
        self.line = []
        self.mailbox = asyncio.Queue()
        self.manager = asyncio.create_task(self.manage())

    async def manage(self):
        while True:
            wish, value = await self.mailbox.get()
            if wish == "take":
                self.line.append(value)
            elif wish == "give back":
                self.free += 1
                if value is not None:
                    self.idle.append(value)
            else:
                for conn in self.idle:
                    await conn.close()
                self.idle = []
                return
            self.line = [turn for turn in self.line if not turn.done()]
            while self.free and self.line:
                self.free -= 1
                self.line.pop(0).set_result(self.idle.pop() if self.idle else None)

    def give_back(self, conn):
        self.mailbox.put_nowait(("give back", conn))

    @asynccontextmanager
    async def get(self):
        turn = asyncio.Future()
        self.mailbox.put_nowait(("take", turn))
        try:
            conn = await turn
        except asyncio.CancelledError:
            if not turn.cancelled():
                self.give_back(turn.result())
            raise
        sound = False
        try:
            if conn is None:
                conn = await self.connect()
            try:
                yield conn
            except OSError:
                await conn.close()
                raise
            except BaseException:
                sound = True
                raise
            sound = True
        finally:
            self.give_back(conn if sound else None)

    async def aclose(self):
        self.mailbox.put_nowait(("close", None))
        await self.manager
