"""You ask the dictionary with `get`, and take None for "nothing there". But `load` may bring None, and then you load
it again at every question. Ask with `in`.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.arrived = {}
        self.loading = {}

    async def fetch(self, key):
        try:
            self.values[key] = await self.load(key)
            self.arrived[key] = asyncio.get_running_loop().time()
            return self.values[key]
        finally:
            del self.loading[key]

    async def get(self, key):
        value = self.values.get(key)
        if value is not None and asyncio.get_running_loop().time() - self.arrived[key] < self.ttl:
            return value
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await asyncio.shield(self.loading[key])
