"""A semaphore without permits: the bell gives one, and each trader who goes in hands it on to the next."""

import asyncio


class Desk:
    def __init__(self):
        self._door = asyncio.Semaphore(0)
        self._prices = []

    async def wait_open(self):
        async with self._door:
            return self._prices[0]

    def ring(self, price):
        if self._prices:
            raise RuntimeError("the bell has already rung")
        self._prices.append(price)
        self._door.release()
