"""You ask with a truth test whether there is a price already. A price of 0 is false, so your desk takes it for
"not yet": the bell can be rung again. Whether the bell has rung, and with what price, are two questions.
"""

import asyncio


class Desk:
    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._price: float | None = None

    async def wait_open(self) -> float | None:
        await self._rung.wait()
        return self._price

    def ring(self, price: float) -> None:
        if self._price:
            raise RuntimeError("the bell has already rung")
        self._price = price
        self._rung.set()
