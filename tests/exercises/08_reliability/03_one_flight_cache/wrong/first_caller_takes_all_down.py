"""All callers await the same task directly. Who is cancelled while it awaits a task passes the cancellation on to
the task, and so to all others who wait for it. Something has to stand between a caller and the load.
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
            self.loading[key] = asyncio.create_task(self.fetch(key))
        return await self.loading[key]
