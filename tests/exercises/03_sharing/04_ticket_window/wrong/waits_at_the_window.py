"""A group holds your lock while it waits for seats. So nobody behind it gets to the window, not even those
who would fit. Waiting and holding do not go together: what gives the lock back for the time of the wait?"""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._window = asyncio.Lock()
        self._returned = asyncio.Event()

    async def take(self, n):
        async with self._window:
            while self._free < n:
                self._returned.clear()
                await self._returned.wait()
            self._free -= n

    async def give_back(self, n):
        self._free += n
        self._returned.set()
