"""Each caller takes the load out of the table when it goes on. The first of them may already have begun the next
load of this key; the second one then takes out this new load, and begins one more. The load is to be
taken out once, when it ends.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}

    async def fetch(self, key):
        value = await self.load(key)
        self.values[key] = value, asyncio.get_running_loop().time()
        return value

    async def get(self, key):
        if key in self.values:
            value, arrived = self.values[key]
            if asyncio.get_running_loop().time() - arrived < self.ttl:
                return value
        if key not in self.loading:
            self.loading[key] = asyncio.create_task(self.fetch(key))
        try:
            return await asyncio.shield(self.loading[key])
        finally:
            self.loading.pop(key, None)
