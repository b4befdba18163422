"""One event for all. Whoever finds too few seats puts the flag down before it waits; nothing comes in between."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._news = asyncio.Event()

    async def take(self, n):
        while self._free < n:
            self._news.clear()
            await self._news.wait()
        self._free -= n

    async def give_back(self, n):
        self._free += n
        self._news.set()
