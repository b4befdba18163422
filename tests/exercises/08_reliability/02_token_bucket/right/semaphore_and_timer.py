"""A semaphore holds the tokens, in the order of the line, and one timer drips while any is missing."""

import asyncio


class TokenBucket:
    def __init__(self, rate: float, burst: int) -> None:
        self._period = 1 / rate
        self._sem = asyncio.Semaphore(burst)
        self._missing = 0
        self._timer = None

    def _drip(self):
        self._timer = None
        self._missing -= 1
        self._sem.release()
        if self._missing:
            self._timer = asyncio.get_running_loop().call_later(self._period, self._drip)

    async def acquire(self) -> None:
        await self._sem.acquire()
        self._missing += 1
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._period, self._drip)
