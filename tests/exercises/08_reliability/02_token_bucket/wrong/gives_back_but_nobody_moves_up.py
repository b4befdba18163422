"""When a caller is cancelled, you put its token back. But those who wait behind it have computed long ago when
they go, and sleep until then; only somebody who comes later has something of the token, and overtakes them.
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
            try:
                await asyncio.sleep(-self.tokens / self.rate)
            except asyncio.CancelledError:
                self.tokens += 1
                raise
