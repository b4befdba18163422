"""You change the number of free seats and tell nobody. A condition does not watch your variables: whoever waits
sleeps until somebody calls notify, and here nobody does."""

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
