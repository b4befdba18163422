"""You take the count when a call starts, and write it back, one higher, when it has failed. In between, other calls have ended, and
their ends are lost. "In a row" goes by the ends: look at the count after the await.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.failures = 0
        self.probe_from = None
        self.probing = False

    async def call(self):
        loop = asyncio.get_running_loop()
        is_probe = self.probe_from is not None
        if is_probe:
            if self.probing or loop.time() < self.probe_from:
                raise CircuitOpen
            self.probing = True
        failures = self.failures
        try:
            result = await self.op()
        except Exception:
            self.failures = failures + 1
            if is_probe or self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
            raise
        else:
            self.failures = 0
            self.probe_from = None
            return result
        finally:
            if is_probe:
                self.probing = False
