"""A line of futures; one timer, and no task, hands out the tokens to the first in the line."""

import asyncio
from collections import deque


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate = rate
        self.burst = burst
        self.loop = asyncio.get_running_loop()
        self.tokens = burst
        self.stamp = self.loop.time()
        self.line = deque()
        self.timer = None

    async def acquire(self):
        place = self.loop.create_future()
        self.line.append(place)
        self.serve()
        try:
            await place
        except asyncio.CancelledError:
            if place in self.line:
                self.line.remove(place)
            elif not place.cancelled():  # it was handed a token, and cannot use it any more
                self.tokens += 1
            self.serve()
            raise

    def serve(self):
        now = self.loop.time()
        self.tokens = min(self.burst, self.tokens + (now - self.stamp) * self.rate)
        self.stamp = now
        while self.line and self.tokens > 1 - 1e-9:
            place = self.line.popleft()
            if not place.done():
                self.tokens -= 1
                place.set_result(None)
        if self.timer:
            self.timer.cancel()
            self.timer = None
        if self.line:
            self.timer = self.loop.call_later((1 - self.tokens) / self.rate, self.serve)
