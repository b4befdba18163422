"""Each load counts its callers; the last one who gives up stops it."""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load = load
        self.ttl = ttl
        self.values = {}
        self.tasks = {}
        self.callers = {}

    async def get(self, key):
        clock = asyncio.get_running_loop().time
        if key in self.values and clock() - self.values[key][1] < self.ttl:
            return self.values[key][0]
        task = self.tasks.get(key)
        if task is None:
            task = self.tasks[key] = asyncio.create_task(self.run(key))
            self.callers[task] = 0
        self.callers[task] += 1
        try:
            await asyncio.wait([task])
            return task.result()
        finally:
            self.callers[task] -= 1
            if not self.callers[task]:
                del self.callers[task]
                if not task.done():
                    if self.tasks.get(key) is task:
                        del self.tasks[key]
                    task.cancel()

    async def run(self, key):
        me = asyncio.current_task()
        try:
            value = await self.load(key)
            self.values[key] = value, asyncio.get_running_loop().time()
            return value
        finally:
            if self.tasks.get(key) is me:
                del self.tasks[key]
