"""Your bucket is empty in the beginning. It is to be full: the first `burst` callers need not wait."""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = 0
        self.last = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    def refill(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            while self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                self.refill()
            self.tokens -= 1
