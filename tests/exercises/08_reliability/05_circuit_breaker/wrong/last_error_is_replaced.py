"""The call that opens the circuit gets `CircuitOpen` from you, and its own error is lost. It was no refused call: `op` was
called, and its caller wants to know what went wrong.
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
            if is_probe or self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
                raise CircuitOpen from None
            raise
        else:
            self.failures = 0
            self.probe_from = None
            return result
        finally:
            if is_probe:
                self.probing = False
