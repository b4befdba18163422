"""The state belongs to the class, so all breakers share it: when one service is in trouble, the calls to all others are
refused too. What belongs to one breaker has to be set on `self`.
"""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        Breaker.failures = 0
        Breaker.probe_from = None
        Breaker.probing = False

    async def call(self):
        loop = asyncio.get_running_loop()
        is_probe = Breaker.probe_from is not None
        if is_probe:
            if Breaker.probing or loop.time() < Breaker.probe_from:
                raise CircuitOpen
            Breaker.probing = True
        try:
            result = await self.op()
        except Exception:
            Breaker.failures += 1
            if is_probe or Breaker.failures >= self.threshold:
                Breaker.probe_from = loop.time() + self.cooldown
            raise
        else:
            Breaker.failures = 0
            Breaker.probe_from = None
            return result
        finally:
            if is_probe:
                Breaker.probing = False
