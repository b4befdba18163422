"""You count the calls of each second by the clock, and begin anew with the next second. Just before the end of
one second and just after it, twice as many calls can pass as are allowed. The contract knows no seconds that
begin at zero.
"""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self.seconds = burst / rate
        self.burst = burst
        self.window = None
        self.used = 0
        self.lock = asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            while True:
                window = loop.time() // self.seconds
                if window != self.window:
                    self.window, self.used = window, 0
                if self.used < self.burst:
                    self.used += 1
                    return
                await asyncio.sleep((window + 1) * self.seconds - loop.time())
