"""Your second ring raises RuntimeError, but by then it has already replaced the price. An operation that
fails should leave everything as it was. Check first, then change."""

import asyncio


class Desk:
    def __init__(self):
        self._bell = asyncio.Event()

    async def wait_open(self):
        await self._bell.wait()
        return self._price

    def ring(self, price):
        self._price = price
        if self._bell.is_set():
            raise RuntimeError("the bell has already rung")
        self._bell.set()
