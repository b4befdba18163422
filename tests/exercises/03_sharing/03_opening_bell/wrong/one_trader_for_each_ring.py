"""A queue hands each item to one who waits. The first trader takes the price away, and the others wait for a
second one that never comes. The bell is news for everybody, not a thing to be handed to one."""

import asyncio


class Desk:
    def __init__(self):
        self._board = asyncio.Queue()
        self._rung = False

    async def wait_open(self):
        return await self._board.get()

    def ring(self, price):
        if self._rung:
            raise RuntimeError("the bell has already rung")
        self._rung = True
        self._board.put_nowait(price)
