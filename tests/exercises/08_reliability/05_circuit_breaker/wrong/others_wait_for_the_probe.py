"""While the probe is under way, your other calls wait for its end. The task wants them to be refused at once: whoever asks
shall know immediately how things are, and not stand in a line behind a service in trouble.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.failures = 0
        self.probe_from = None
        self.lock = asyncio.Lock()

    async def call(self):
        loop = asyncio.get_running_loop()
        if self.probe_from is not None:
            if loop.time() < self.probe_from:
                raise CircuitOpen
            async with self.lock:
                return await self.attempt()
        return await self.attempt()

    async def attempt(self):
        loop = asyncio.get_running_loop()
        is_probe = self.probe_from is not None
        if is_probe and loop.time() < self.probe_from:
            raise CircuitOpen
        try:
            result = await self.op()
        except Exception:
            self.failures += 1
            if is_probe or self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
            raise
        self.failures = 0
        self.probe_from = None
        return result
