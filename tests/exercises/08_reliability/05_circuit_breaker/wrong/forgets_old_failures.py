"""You count only the failures of the last `cooldown` seconds. Some circuit breakers do that, but here failures are in a row
as long as no success comes between them, however much time lies between them.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.failures = []
        self.probe_from = None
        self.probing = False

    async def call(self):
        loop = asyncio.get_running_loop()
        is_probe = self.probe_from is not None
        if is_probe:
            if self.probing or loop.time() < self.probe_from:
                raise CircuitOpen
            self.probing = True
        try:
            result = await self.op()
        except Exception:
            now = loop.time()
            self.failures = [moment for moment in self.failures if moment > now - self.cooldown] + [now]
            if is_probe or len(self.failures) >= self.threshold:
                self.probe_from = now + self.cooldown
            raise
        else:
            self.failures = []
            self.probe_from = None
            return result
        finally:
            if is_probe:
                self.probing = False
