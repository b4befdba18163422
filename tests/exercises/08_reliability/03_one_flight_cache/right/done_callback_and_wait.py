"""The task of the load is the entry; a callback, the first one of the task, notes when it ended."""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load = load
        self.ttl = ttl
        self.fresh = {}
        self.loading = {}

    async def get(self, key):
        loop = asyncio.get_running_loop()
        task, limit = self.fresh.get(key, (None, 0))
        if task is not None and loop.time() < limit:
            return task.result()

        def ended(task):
            self.loading.pop(key)
            if task.exception() is None:
                self.fresh[key] = task, loop.time() + self.ttl

        task = self.loading.get(key)
        if task is None:
            task = self.loading[key] = loop.create_task(self.load(key))
            task.add_done_callback(ended)
        await asyncio.wait({task})
        return await task
