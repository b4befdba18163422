"""When the last caller gives up, you stop the load, which is fine. But this caller then waits until the load has cleaned
up. Who is cancelled ends at once: a cancelled load can clean up without anybody waiting for it.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}
        self.waiting = {}

    async def fetch(self, key):
        value = await self.load(key)
        self.values[key] = value, asyncio.get_running_loop().time()
        return value

    async def get(self, key):
        if key in self.values:
            value, arrived = self.values[key]
            if asyncio.get_running_loop().time() - arrived < self.ttl:
                return value
        task = self.loading.get(key)
        if task is None or task.done():
            task = self.loading[key] = asyncio.create_task(self.fetch(key))
            self.waiting[task] = 0
        self.waiting[task] += 1
        try:
            return await asyncio.shield(task)
        finally:
            self.waiting[task] -= 1
            if self.waiting[task] == 0 and not task.done():
                if self.loading.get(key) is task:
                    del self.loading[key]
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
