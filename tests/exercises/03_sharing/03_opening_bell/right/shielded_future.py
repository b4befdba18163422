"""One future holds the price; each trader awaits it behind a shield, so that giving up does not cancel it."""

import asyncio


class Desk:
    def __init__(self):
        self._price = asyncio.get_running_loop().create_future()

    async def wait_open(self):
        return await asyncio.shield(self._price)

    def ring(self, price):
        if self._price.done():
            raise RuntimeError("the bell has already rung")
        self._price.set_result(price)
