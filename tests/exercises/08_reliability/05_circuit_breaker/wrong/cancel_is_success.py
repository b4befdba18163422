"""A cancelled call sets your count to 0, as a success does. It says nothing about the service: it neither counts as a
failure, nor does it end a row of failures. `finally` also runs when a call is cancelled.
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
        failures, self.failures = self.failures, 0
        failed = False
        try:
            return await self.op()
        except Exception:
            failed = True
            raise
        finally:
            self.probing = False
            if failed:
                self.failures = failures + 1
                if is_probe or self.failures >= self.threshold:
                    self.probe_from = loop.time() + self.cooldown
            else:
                self.probe_from = None
