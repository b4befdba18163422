"""Your bucket has no rim: while nobody asks, tokens pile up in it without end. After a quiet night, a flood of
thousands of calls may pass in one moment. What flows into a full bucket is lost.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate = rate
        self.tokens = burst
        self.last = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    def refill(self):
        now = asyncio.get_running_loop().time()
        self.tokens += (now - self.last) * self.rate
        self.last = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            while self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                self.refill()
            self.tokens -= 1
