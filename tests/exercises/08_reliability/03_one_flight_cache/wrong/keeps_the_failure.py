"""You keep the task of the load, and whoever asks gets what it has brought: also the error. One bad moment of the
server, and your users see the error until it becomes stale. Only a success is worth to be kept.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.tasks = {}

    async def fetch(self, key):
        loop = asyncio.get_running_loop()
        try:
            return await self.load(key)
        finally:
            self.tasks[key][1] = loop.time() + self.ttl

    async def get(self, key):
        loop = asyncio.get_running_loop()
        if key in self.tasks:
            task, stale_at = self.tasks[key]
            if loop.time() < stale_at:
                return await asyncio.shield(task)
        task = asyncio.create_task(self.fetch(key))
        self.tasks[key] = [task, float("inf")]
        return await asyncio.shield(task)
