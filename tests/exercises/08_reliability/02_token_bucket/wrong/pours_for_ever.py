"""A task of yours pours tokens into the bucket, once in `1 / rate` seconds, and never ends: also when nobody waits,
and when nobody uses the bucket any more. There is no `close()` that could end it. Is it needed at all? The
clock knows how much has flown in.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.tokens = asyncio.Semaphore(burst)
        self.burst = burst
        self.pouring = asyncio.create_task(self.pour(1 / rate))

    async def pour(self, interval):
        while True:
            await asyncio.sleep(interval)
            if self.tokens._value < self.burst:
                self.tokens.release()

    async def acquire(self):
        await self.tokens.acquire()
