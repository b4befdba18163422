"""Your event is made in the body of the class, where it is made once for all desks. When one desk opens, all
of them open, and some have no price yet. Where is the place for what belongs to a single desk?"""

import asyncio


class Desk:
    bell = asyncio.Event()
    price = 0.0

    async def wait_open(self):
        await self.bell.wait()
        return self.price

    def ring(self, price):
        if self.bell.is_set():
            raise RuntimeError("the bell has already rung")
        self.price = price
        self.bell.set()
