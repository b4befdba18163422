"""Your callers wait until the load of the first one has ended, and then look for a value. After a failure there is
none, so one of them begins a load of its own, and the rest wait again. The error of a load belongs to all who
have waited for it.
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
        finally:
            del self.loading[key]

    async def get(self, key):
        mine = None
        while True:
            if key in self.values:
                value, arrived = self.values[key]
                if asyncio.get_running_loop().time() - arrived < self.ttl:
                    return value
            if mine is not None:
                mine.result()
            if key not in self.loading:
                mine = self.loading[key] = asyncio.create_task(self.fetch(key))
            await asyncio.wait([self.loading[key]])
