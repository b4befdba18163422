"""While a probe is under way you refuse the others, but only for another `cooldown` seconds. A service in trouble is slow:
a probe may take longer than that, and then you send a second one after it. What ends a probe is its end.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.failures = 0
        self.probe_from = None

    async def call(self):
        loop = asyncio.get_running_loop()
        is_probe = self.probe_from is not None
        if is_probe:
            if loop.time() < self.probe_from:
                raise CircuitOpen
            self.probe_from = loop.time() + self.cooldown
        try:
            result = await self.op()
        except asyncio.CancelledError:
            if is_probe:
                self.probe_from = loop.time()
            raise
        except Exception:
            self.failures += 1
            if is_probe or self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
            raise
        self.failures = 0
        self.probe_from = None
        return result
