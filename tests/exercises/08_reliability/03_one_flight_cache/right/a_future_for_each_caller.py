"""Every caller has a future of its own; the load hands its end to all futures that are still there."""

import asyncio
from collections import defaultdict


class Cache:
    def __init__(self, load, ttl):
        self._load = load
        self._ttl = ttl
        self._kept = {}
        self._waiting = defaultdict(list)
        self._tasks = set()

    async def get(self, key):
        if key in self._kept:
            return self._kept[key]
        mine = asyncio.get_running_loop().create_future()
        self._waiting[key].append(mine)
        if len(self._waiting[key]) == 1:
            task = asyncio.create_task(self._serve(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return await mine

    async def _serve(self, key):
        try:
            value = await self._load(key)
        except Exception as error:
            for future in self._waiting.pop(key):
                if not future.done():
                    future.set_exception(error)
        else:
            self._kept[key] = value
            asyncio.get_running_loop().call_later(self._ttl, self._kept.pop, key)
            for future in self._waiting.pop(key):
                if not future.done():
                    future.set_result(value)
