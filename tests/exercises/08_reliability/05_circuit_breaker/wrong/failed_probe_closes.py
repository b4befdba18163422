"""After the cooldown your circuit is simply closed, with a count of 0. So it takes `threshold` more failures until it is
open again, and all calls go to a service that is still in trouble. A single failed probe is enough to open it.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.failures = 0
        self.open_until = None

    async def call(self):
        loop = asyncio.get_running_loop()
        if self.open_until is not None:
            if loop.time() < self.open_until:
                raise CircuitOpen
            self.open_until = None
            self.failures = 0
        try:
            result = await self.op()
        except Exception:
            self.failures += 1
            if self.failures >= self.threshold:
                self.open_until = loop.time() + self.cooldown
            raise
        self.failures = 0
        return result
