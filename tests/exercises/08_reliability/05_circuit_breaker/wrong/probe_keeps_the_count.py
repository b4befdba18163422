"""A probe that works closes your circuit, but the count stays where it was. So the failures after that are added to the
old ones, and the circuit does not open where it should. What does any success do to the count?
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
        if self.probe_from is None:
            try:
                result = await self.op()
            except Exception:
                self.failures += 1
                if self.failures == self.threshold:
                    self.probe_from = loop.time() + self.cooldown
                raise
            self.failures = 0
            return result

        if self.probing or loop.time() < self.probe_from:
            raise CircuitOpen
        self.probing = True
        try:
            result = await self.op()
        except Exception:
            self.probe_from = loop.time() + self.cooldown
            raise
        else:
            self.probe_from = None
            return result
        finally:
            self.probing = False
