"""A list of groups and futures: `give_back` hands the seats over itself, the smallest group first. A group
that is cancelled after its seats were handed over gives them back."""

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
        entry = (n, place)
        self._waiting.append(entry)
        try:
            await place
        except asyncio.CancelledError:
            if place.cancelled():
                self._waiting.remove(entry)
            else:
                await self.give_back(n)
            raise

    async def give_back(self, n):
        self._free += n
        for entry in sorted(self._waiting, key=lambda entry: entry[0]):
            size, place = entry
            if size <= self._free and not place.done():
                self._free -= size
                self._waiting.remove(entry)
                place.set_result(None)
