"""Your timer hands a token to the first one in the line, and it is this one's from then on. But between this moment
and the moment at which it really goes on, it can be cancelled. Then the token is lost: it was taken out of
the bucket, and nobody has it.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.rate, self.burst = rate, burst
        self.loop = asyncio.get_running_loop()
        self.tokens = burst
        self.last = self.loop.time()
        self.line = []
        self.timer = None

    def serve(self):
        now = self.loop.time()
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        while self.line and self.tokens > 1 - 1e-9:
            self.tokens -= 1
            self.line.pop(0).set_result(None)
        if self.timer:
            self.timer.cancel()
        if self.line:
            self.timer = self.loop.call_later((1 - self.tokens) / self.rate, self.serve)

    async def acquire(self):
        place = self.loop.create_future()
        self.line.append(place)
        self.serve()
        try:
            await place
        except asyncio.CancelledError:
            if place in self.line:
                self.line.remove(place)
            raise
