"""A condition and a list of those who wait: each looks whether it is the first, and whether a token is there."""

import asyncio
import time


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate = rate
        self.burst = burst
        self.tokens = burst
        self.last = time.perf_counter()
        self.line = []
        self.changed = asyncio.Condition()

    def missing(self):
        now = time.perf_counter()
        self.tokens = min(self.burst, self.tokens + self.rate * (now - self.last))
        self.last = now
        return 1 - self.tokens

    async def acquire(self):
        me = object()
        self.line.append(me)
        try:
            async with self.changed:
                await self.changed.wait_for(lambda: self.line[0] is me)
            while (missing := self.missing()) > 0:
                await asyncio.sleep(missing / self.rate)
            self.tokens -= 1
        finally:
            self.line.remove(me)
            async with self.changed:
                self.changed.notify_all()
