"""`notify(n)` wakes n tasks, and you give it the number of seats. Those who are woken are the first in line,
not those who fit: with one seat free you wake one big group, and a single guest behind it sleeps on."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._changed = asyncio.Condition()

    async def take(self, n):
        async with self._changed:
            await self._changed.wait_for(lambda: self._free >= n)
            self._free -= n

    async def give_back(self, n):
        async with self._changed:
            self._free += n
            self._changed.notify(n)
