"""A condition; a plain function cannot take its lock, so the bell starts a short task that tells the
others."""

import asyncio


class Desk:
    def __init__(self):
        self._changed = asyncio.Condition()
        self._price = None
        self._tell = None

    async def wait_open(self):
        async with self._changed:
            await self._changed.wait_for(lambda: self._price is not None)
            return self._price

    def ring(self, price):
        if self._price is not None:
            raise RuntimeError("the bell has already rung")
        self._price = price
        self._tell = asyncio.create_task(self._tell_everybody())

    async def _tell_everybody(self):
        async with self._changed:
            self._changed.notify_all()
