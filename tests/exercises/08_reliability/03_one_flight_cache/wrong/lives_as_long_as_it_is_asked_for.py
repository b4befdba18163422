"""Each time that somebody asks, you let the value live `ttl` seconds more. So what is asked for often is never
loaded again, and that is just the station that matters most. A value ages from its arrival, whoever looks.
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
        now = asyncio.get_running_loop().time()
        if key in self.values:
            value, arrived = self.values[key]
            if now - arrived < self.ttl:
                self.values[key] = value, now
                return value
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await asyncio.shield(self.loading[key])
