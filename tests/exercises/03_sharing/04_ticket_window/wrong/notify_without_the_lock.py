"""You notify without holding the condition, and asyncio answers with RuntimeError: cannot notify on
un-acquired lock. A condition is a lock with a waiting room: the change and the news of it belong in its
`async with` block."""

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
        self._free += n
        self._changed.notify_all()
