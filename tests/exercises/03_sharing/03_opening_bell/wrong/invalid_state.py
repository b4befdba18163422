"""Your future does notice the second ring, but it raises InvalidStateError, which is not a RuntimeError. The
caller was promised a RuntimeError, and should not have to know that there is a future inside."""

import asyncio


class Desk:
    def __init__(self):
        self._price = asyncio.get_running_loop().create_future()

    async def wait_open(self):
        return await asyncio.shield(self._price)

    def ring(self, price):
        self._price.set_result(price)
