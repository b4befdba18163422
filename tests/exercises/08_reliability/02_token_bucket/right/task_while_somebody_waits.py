"""A task serves the line; it begins with the first who has to wait, and ends when nobody waits any more."""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.tokens = burst
        self.then = asyncio.get_running_loop().time()
        self.waiting = {}  # futures, in the order in which they came
        self.server = None

    def pour(self):
        now = asyncio.get_running_loop().time()
        self.tokens = min(self.burst, self.tokens + (now - self.then) * self.rate)
        self.then = now

    async def serve(self):
        while self.waiting:
            self.pour()
            if self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                continue
            place = next(iter(self.waiting))
            del self.waiting[place]
            if not place.done():
                self.tokens -= 1
                place.set_result(None)

    async def acquire(self):
        self.pour()
        if not self.waiting and self.tokens >= 1:
            self.tokens -= 1
            return
        place = asyncio.get_running_loop().create_future()
        self.waiting[place] = None
        if self.server is None or self.server.done():
            self.server = asyncio.create_task(self.serve())
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.tokens += 1  # nobody will use it: back into the bucket
            self.waiting.pop(place, None)
            self.server.cancel()
            self.server = asyncio.create_task(self.serve()) if self.waiting else None
            raise
