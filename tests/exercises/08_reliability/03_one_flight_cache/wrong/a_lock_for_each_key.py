"""A lock for each key lets one caller load while the others wait, and the others then find the value. But if the
load fails, they find nothing, and load again, one after the other; and if the caller with the lock is
cancelled, its load is lost. They wait for a lock, where they should wait for the end of this load.
"""

import asyncio
from collections import defaultdict


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.locks = defaultdict(asyncio.Lock)

    async def get(self, key):
        loop = asyncio.get_running_loop()
        async with self.locks[key]:
            if key in self.values:
                value, arrived = self.values[key]
                if loop.time() - arrived < self.ttl:
                    return value
            value = await self.load(key)
            self.values[key] = value, loop.time()
            return value
