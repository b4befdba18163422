"""One lock stands around everything. So who wants a value for another key waits until your load has ended, and a
load that asks the cache itself waits for ever: for the lock that its own caller holds. Keys have nothing to
do with each other.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.lock = asyncio.Lock()

    async def get(self, key):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if key in self.values:
                value, arrived = self.values[key]
                if loop.time() - arrived < self.ttl:
                    return value
            value = await self.load(key)
            self.values[key] = value, loop.time()
            return value
