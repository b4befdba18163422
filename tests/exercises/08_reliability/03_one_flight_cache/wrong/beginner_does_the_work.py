"""The first caller does the load in its own task, and the others wait for a future that it fills. When this one
caller is cancelled, its load ends with it, and nobody fills the future: all others get a cancellation that
nobody wanted for them. The load must not belong to one of the callers.
"""

import asyncio


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.values = {}
        self.loading = {}

    async def get(self, key):
        loop = asyncio.get_running_loop()
        if key in self.values:
            value, arrived = self.values[key]
            if loop.time() - arrived < self.ttl:
                return value
        if key in self.loading:
            return await asyncio.shield(self.loading[key])
        future = self.loading[key] = loop.create_future()
        try:
            value = await self.load(key)
        except BaseException as error:
            if isinstance(error, asyncio.CancelledError):
                future.cancel()
            else:
                future.set_exception(error)
                future.exception()
            raise
        else:
            self.values[key] = value, loop.time()
            future.set_result(value)
            return value
        finally:
            del self.loading[key]
