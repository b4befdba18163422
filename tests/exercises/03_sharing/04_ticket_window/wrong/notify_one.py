"""When seats come back, only the group at the head of the line hears of it. When that group is too big, the
one behind it that would fit is never asked: a lost wake-up. Who could be concerned by free seats?"""

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
            self._changed.notify()
