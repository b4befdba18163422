"""Your bell is a moment and not a state: it wakes those who wait just then, as `set()` followed by `clear()`
does. Whoever comes later finds the flag down and waits for ever. A bell that has rung stays rung: what does that
mean for the flag?"""

import asyncio


class Desk:
    def __init__(self):
        self._bell = asyncio.Event()
        self._rung = False

    async def wait_open(self):
        await self._bell.wait()
        return self._price

    def ring(self, price):
        if self._rung:
            raise RuntimeError("the bell has already rung")
        self._rung = True
        self._price = price
        self._bell.set()
        self._bell.clear()
