"""You keep the coroutine object of the load, and all who come await it. A coroutine object can be awaited once; the
second one who tries gets a RuntimeError. What can many wait for?
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}

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
            self.loading[key] = self.fetch(key)
        return await self.loading[key]
