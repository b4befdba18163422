"""You hand the seats to a group by resolving its future. When that group is cancelled before it makes its
next step, it leaves with CancelledError, and its seats belong to nobody. Who gives back what was handed over
too late?"""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._waiting = []

    async def take(self, n):
        if n <= self._free:
            self._free -= n
            return
        place = asyncio.get_running_loop().create_future()
        self._waiting.append((n, place))
        await place

    async def give_back(self, n):
        self._free += n
        still_waiting = []
        for size, place in self._waiting:
            if place.done():
                continue
            if size <= self._free:
                self._free -= size
                place.set_result(None)
            else:
                still_waiting.append((size, place))
        self._waiting = still_waiting
