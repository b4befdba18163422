"""After the wake-up you take the seats without looking again. All groups that wait are woken together, and
the first of them may have taken what the others came for. To be woken means only that something has
changed."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._changed = asyncio.Condition()

    async def take(self, n):
        async with self._changed:
            if self._free < n:
                await self._changed.wait()
            self._free -= n

    async def give_back(self, n):
        async with self._changed:
            self._free += n
            self._changed.notify_all()
