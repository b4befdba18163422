"""Everybody who finds no value begins a load. While the first load is under way, nobody sees it; so all who come
in these two seconds ask the server again. Where could a caller see that a load is under way?
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}

    async def get(self, key):
        loop = asyncio.get_running_loop()
        if key in self.values:
            value, arrived = self.values[key]
            if loop.time() - arrived < self.ttl:
                return value
        value = await self.load(key)
        self.values[key] = value, loop.time()
        return value
