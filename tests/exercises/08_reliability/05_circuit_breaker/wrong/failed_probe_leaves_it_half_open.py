"""When a probe fails you note nothing, because the circuit was open before. But its time is over already, and so the very next
call is a probe again. A failed probe opens the circuit for another `cooldown` seconds, from then on.
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
            if not is_probe and self.failures >= self.threshold:
                self.probe_from = loop.time() + self.cooldown
            raise
        else:
            self.failures = 0
            self.probe_from = None
            return result
        finally:
            if is_probe:
                self.probing = False
