"""Your cooldown is counted from the start of the call that failed. The circuit opens when this call has failed, and this is
later: a call that fails after half a minute would use up half a minute of the pause. Which moment do you note?
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
        start = loop.time()
        try:
            result = await self.op()
        except Exception:
            self.failures += 1
            if is_probe or self.failures >= self.threshold:
                self.probe_from = start + self.cooldown
            raise
        else:
            self.failures = 0
            self.probe_from = None
            return result
        finally:
            if is_probe:
                self.probing = False
