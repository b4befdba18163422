"""A queue holds the price: whoever takes it out puts it back for the next one, in the same step."""

import asyncio


class Desk:
    def __init__(self):
        self._board = asyncio.Queue()
        self._rung = False

    async def wait_open(self):
        price = await self._board.get()
        self._board.put_nowait(price)
        return price

    def ring(self, price):
        if self._rung:
            raise RuntimeError("the bell has already rung")
        self._rung = True
        self._board.put_nowait(price)
