"""You look every 0.25 s whether the desk is open, so the traders hear of the bell too late. Looking more
often costs more work and is still late. There is a way to be woken at the very moment."""

import asyncio


class Desk:
    def __init__(self):
        self._open = False

    async def wait_open(self):
        while not self._open:
            await asyncio.sleep(0.25)
        return self._price

    def ring(self, price):
        if self._open:
            raise RuntimeError("the bell has already rung")
        self._price = price
        self._open = True
