"""The tokens belong to the class, and so all buckets share them. What belongs to one bucket has to be set on
`self`, in `__init__`.
"""

import asyncio


class TokenBucket:
    tokens = None
    last = 0
    lock = asyncio.Lock()

    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        TokenBucket.tokens = burst
        TokenBucket.last = asyncio.get_running_loop().time()

    def refill(self):
        now = asyncio.get_running_loop().time()
        TokenBucket.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        TokenBucket.last = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            while self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                self.refill()
            TokenBucket.tokens -= 1
