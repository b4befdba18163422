"""You note that a probe is under way, and take the note back when it succeeds or fails. A cancelled probe does neither: your
circuit believes for ever that a probe is under way, and refuses all calls. The note has to go on every way out.
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
        try:
            result = await self.op()
        except Exception:
            self.failures += 1
            self.probing = False
            if is_probe or self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
            raise
        else:
            self.failures = 0
            self.probe_from = None
            self.probing = False
            return result
