"""An event that stands for the next change: `give_back` sets it, and puts a fresh one in its place. No lock
is needed, because nothing is awaited between the look and the taking."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._next_change = asyncio.Event()

    async def take(self, n):
        while self._free < n:
            await self._next_change.wait()
        self._free -= n

    async def give_back(self, n):
        self._free += n
        self._next_change.set()
        self._next_change = asyncio.Event()
