"""All who wait sleep until the next token is there, and then all of them go. Each has looked before it slept,
and none looks again: of one token, everybody takes his share. What you have seen before an `await` may have
changed after it.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.last = asyncio.get_running_loop().time()

    def refill(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now

    async def acquire(self):
        self.refill()
        if self.tokens < 1:
            await asyncio.sleep((1 - self.tokens) / self.rate)
            self.refill()
        self.tokens = max(0, self.tokens - 1)
