"""When the bucket is empty, you wait for one token, and then fill the whole bucket. So the bursts follow each
other at once, and on average far more than `rate` calls pass in a second.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.lock = asyncio.Lock()

    async def acquire(self):
        async with self.lock:
            if self.tokens == 0:
                await asyncio.sleep(1 / self.rate)
                self.tokens = self.burst
            self.tokens -= 1
