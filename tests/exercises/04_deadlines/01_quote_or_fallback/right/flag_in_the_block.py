"""Inside of the block the carrier's errors can be told from the alarm: they are noted there, and raised
outside."""

import asyncio


class Carrier:
    def __init__(self, ask):
        self.ask = ask
        self.failed = False

    async def price(self):
        try:
            return await self.ask()
        except Exception:
            self.failed = True
            raise


async def quote(ask, limit, fallback):
    carrier = Carrier(ask)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + limit):
            return await carrier.price()
    except TimeoutError:
        if carrier.failed:
            raise
        return fallback
