"""Your dictionaries belong to the class, so all caches share them: one cache returns what another one has loaded, with
another `load`. What belongs to one cache has to be made in `__init__`.
"""

import asyncio


class Cache:
    values = {}
    loading = {}

    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl

    async def fetch(self, key):
        try:
            value = await self.load(key)
            self.values[key] = value, asyncio.get_running_loop().time()
            return value
        finally:
            del self.loading[key]

    async def get(self, key):
        if key in self.values:
            value, arrived = self.values[key]
            if asyncio.get_running_loop().time() - arrived < self.ttl:
                return value
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await asyncio.shield(self.loading[key])
