"""A group takes its seats off the number first and waits afterwards until it is no longer negative. Groups
that only wait thus use up seats for the others. Nothing may be taken before it is there."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._changed = asyncio.Condition()

    async def take(self, n):
        async with self._changed:
            self._free -= n
            await self._changed.wait_for(lambda: self._free >= 0)

    async def give_back(self, n):
        async with self._changed:
            self._free += n
            self._changed.notify_all()
