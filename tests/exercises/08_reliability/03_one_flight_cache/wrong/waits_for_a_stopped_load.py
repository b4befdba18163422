"""When the last caller gives up, you stop the load; a good idea. But until the load has really ended it stays in
your table, and who asks at this moment waits for a load that was cancelled, and gets its CancelledError.
Take it out of the table in the same step in which you cancel it.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}
        self.waiting = {}

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
            self.waiting[key] = 0
        task = self.loading[key]
        self.waiting[key] += 1
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if self.waiting[key] == 1:
                task.cancel()
            raise
        finally:
            self.waiting[key] -= 1
