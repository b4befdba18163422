"""A lock stands around the whole call. So calls that come at the same time wait for each other, also when all is well, and
one slow payment holds up all tills. The state needs protection only between two awaits, and there nobody interrupts.
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
        self.lock = asyncio.Lock()

    async def call(self):
        loop = asyncio.get_running_loop()
        if self.probing:
            raise CircuitOpen
        async with self.lock:
            is_probe = self.probe_from is not None
            if is_probe:
                if self.probing or loop.time() < self.probe_from:
                    raise CircuitOpen
                self.probing = True
            try:
                result = await self.op()
            except Exception:
                self.failures += 1
                if is_probe or self.failures >= self.threshold:
                    self.probe_from = loop.time() + self.cooldown
                raise
            else:
                self.failures = 0
                self.probe_from = None
                return result
            finally:
                self.probing = False
