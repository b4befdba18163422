"""Each token comes back `1 / rate` seconds after it was taken. So tokens that were taken together come back
together: `burst` of them, all in the time in which one may flow in. Only one source fills the bucket, and it
does not know how many are missing.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.interval = 1 / rate
        self.tokens = asyncio.Semaphore(burst)

    async def acquire(self):
        await self.tokens.acquire()
        asyncio.get_running_loop().call_later(self.interval, self.tokens.release)
