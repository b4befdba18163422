"""You count the age of a value from the start of its load. But it is as old as its arrival: a load of two seconds
would eat two seconds of the `ttl`, and a slow one all of it.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}

    async def fetch(self, key):
        try:
            start = asyncio.get_running_loop().time()
            self.values[key] = await self.load(key), start
            return self.values[key][0]
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
