"""You keep a future for each trader who waits, and resolve them all at the bell. The future of a trader who
was cancelled is already done, and resolving it again raises InvalidStateError: those behind it in the list
never hear the bell."""

import asyncio


class Desk:
    def __init__(self):
        self._waiting = []
        self._rung = False

    async def wait_open(self):
        if not self._rung:
            place = asyncio.get_running_loop().create_future()
            self._waiting.append(place)
            await place
        return self._price

    def ring(self, price):
        if self._rung:
            raise RuntimeError("the bell has already rung")
        self._rung = True
        self._price = price
        for place in self._waiting:
            place.set_result(None)
