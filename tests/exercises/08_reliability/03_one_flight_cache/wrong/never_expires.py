"""You never ask how old a value is. The departures of this morning are shown in the evening. When do you look at
the `ttl`?
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}

    async def fetch(self, key):
        try:
            self.values[key] = await self.load(key)
            return self.values[key]
        finally:
            del self.loading[key]

    async def get(self, key):
        if key in self.values:
            return self.values[key]
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await asyncio.shield(self.loading[key])
