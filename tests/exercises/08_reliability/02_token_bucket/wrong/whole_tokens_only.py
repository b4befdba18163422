"""You round the tokens that have flown in down to whole ones, and start the clock anew. Each time, the part of
a token that was there already is lost. Keep it.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.last = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    def refill(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.burst, self.tokens + int((now - self.last) * self.rate + 1e-9))
        self.last = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            if self.tokens < 1:
                await asyncio.sleep(1 / self.rate)
                self.refill()
            self.tokens -= 1
