"""A list of futures, one for each trader who waits; the bell resolves those that were not cancelled."""

import asyncio


class Desk:
    def __init__(self):
        self._prices = []
        self._waiting = []

    async def wait_open(self):
        if not self._prices:
            place = asyncio.get_running_loop().create_future()
            self._waiting.append(place)
            await place
        return self._prices[0]

    def ring(self, price):
        if self._prices:
            raise RuntimeError("closed bids")
        self._prices.append(price)
        for place in self._waiting:
            if not place.done():
                place.set_result(None)
