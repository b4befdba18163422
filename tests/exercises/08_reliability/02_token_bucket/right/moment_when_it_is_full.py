"""No tokens at all: one number, the moment at which the bucket will be full again, and a lock."""

import asyncio


class TokenBucket:
    def __init__(self, rate, burst):
        self._interval = 1 / rate
        self._depth = burst / rate
        self._full_at = 0.0
        self._lock = asyncio.Lock()

    async def acquire(self):
        clock = asyncio.get_running_loop().time
        async with self._lock:
            full_at = max(clock(), self._full_at)
            earliest = full_at + self._interval - self._depth
            if earliest > clock():
                await asyncio.sleep(earliest - clock())
            self._full_at = full_at + self._interval
