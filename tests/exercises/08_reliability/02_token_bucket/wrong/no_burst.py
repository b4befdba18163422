"""You keep the calls evenly apart, from the first one on. That is the average, but without the burst: tokens
that nobody has used are in the bucket, and may be taken all at once.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.interval = 1 / rate
        self.next = 0
        self.lock = asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            wait = self.next - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
            self.next = loop.time() + self.interval
