"""You sleep before every call. So there is no burst, although the bucket is full; and callers who come together
all sleep at the same time and pass together, so there is no limit either.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate = rate

    async def acquire(self):
        await asyncio.sleep(1 / self.rate)
