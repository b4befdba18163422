"""You keep one time for the whole cache. So a value that arrives for one key makes the old values of all other keys
young again. Each value has its own time of arrival.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.arrived = 0
        self.values = {}
        self.loading = {}

    async def fetch(self, key):
        try:
            self.values[key] = await self.load(key)
            self.arrived = asyncio.get_running_loop().time()
            return self.values[key]
        finally:
            del self.loading[key]

    async def get(self, key):
        if key in self.values and asyncio.get_running_loop().time() - self.arrived < self.ttl:
            return self.values[key]
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await asyncio.shield(self.loading[key])
