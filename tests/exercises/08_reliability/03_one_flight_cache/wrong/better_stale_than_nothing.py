"""When a load fails, and there is still an old value, you return the old one. That can be a good idea, but it is
not this task: nobody can see that the departures are from an hour ago, or that the server is down.
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
        except Exception:
            if key in self.values:
                return self.values[key][0]
            raise
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
