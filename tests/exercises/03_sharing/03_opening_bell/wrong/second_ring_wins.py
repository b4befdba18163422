"""Your desk accepts a second ring, and its price replaces the first one. Some traders then work with one
price and some with another. Let `ring` look first whether the bell has already rung."""

import asyncio


class Desk:
    def __init__(self):
        self._bell = asyncio.Event()

    async def wait_open(self):
        await self._bell.wait()
        return self._price

    def ring(self, price):
        self._price = price
        self._bell.set()
