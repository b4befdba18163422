"""You look every tenth of a second whether there is a token. So most callers go later than they could, and all who
wait are busy all the time. How long it takes until a token is complete can be computed.
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
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now

    async def acquire(self):
        async with self.lock:
            self.refill()
            while self.tokens < 1 - 1e-9:
                await asyncio.sleep(0.1)
                self.refill()
            self.tokens -= 1
