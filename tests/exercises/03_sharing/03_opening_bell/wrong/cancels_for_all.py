"""All traders await one and the same future. When a task is cancelled, the future that it awaits is cancelled
too: one trader who goes home takes the bell away from all others. What could stand between a trader and the
shared future?"""

import asyncio


class Desk:
    def __init__(self):
        self._price = asyncio.get_running_loop().create_future()

    async def wait_open(self):
        return await self._price

    def ring(self, price):
        if self._price.done():
            raise RuntimeError("the bell has already rung")
        self._price.set_result(price)
