"""Your desk keeps the first price, and says nothing about the second ring. Whoever rang believes that the new
price counts. A call that cannot do what it was asked to do has to say so.
"""

import asyncio


class Desk:
    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._price = 0.0

    async def wait_open(self) -> float:
        await self._rung.wait()
        return self._price

    def ring(self, price: float) -> None:
        if not self._rung.is_set():
            self._price = price
            self._rung.set()
