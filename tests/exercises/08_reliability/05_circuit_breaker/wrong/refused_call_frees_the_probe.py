"""Your `finally` also runs for calls that were refused, and takes back the note that a probe is under way: the first call
is refused, and the second one becomes one more probe. Only the probe itself may take back its note.
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
        try:
            if is_probe:
                if self.probing or loop.time() < self.probe_from:
                    raise CircuitOpen
                self.probing = True
            result = await self.op()
        except CircuitOpen:
            raise
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
