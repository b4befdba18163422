"""You look every 0.3 s whether the seats are free. Seats that come back just after a look stay empty until
the next one, and each look costs work for nothing. Let the return of seats wake those who wait."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats

    async def take(self, n):
        while self._free < n:
            await asyncio.sleep(0.3)
        self._free -= n

    async def give_back(self, n):
        self._free += n
