"""The flag goes up before the price is stored, and there is an await between the two. Traders who are woken
in this gap read a price that is not there yet. Prepare everything first, and raise the flag last."""

import asyncio


class Desk:
    def __init__(self):
        self._bell = asyncio.Event()
        self._price = 0.0

    async def wait_open(self):
        await self._bell.wait()
        return self._price

    def ring(self, price):
        if self._bell.is_set():
            raise RuntimeError("the bell has already rung")
        self._bell.set()
        self._publishing = asyncio.create_task(self._publish(price))

    async def _publish(self, price):
        await asyncio.sleep(0.01)
        self._price = price
