"""A condition around a lock of its own, and the loop written out."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._taken = 0
        self._seats = seats
        self._window = asyncio.Lock()
        self._returned = asyncio.Condition(self._window)

    async def take(self, n):
        async with self._window:
            while self._taken + n > self._seats:
                await self._returned.wait()
            self._taken += n

    async def give_back(self, n):
        async with self._window:
            self._taken -= n
            self._returned.notify_all()
