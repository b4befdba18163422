"""You take the token when the caller comes, and let it wait for it afterwards. That is simple and keeps the order,
but a caller who is cancelled while it waits has taken a token that nobody will use. All who wait behind it
go later than they could.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.last = asyncio.get_running_loop().time()

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        self.tokens -= 1
        if self.tokens < 0:
            await asyncio.sleep(-self.tokens / self.rate)
