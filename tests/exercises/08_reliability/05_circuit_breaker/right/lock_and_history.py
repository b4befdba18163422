"""The last ends are kept in a list of fixed length; a lock that nobody waits for marks the probe."""

import time
from asyncio import Lock
from collections import deque


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self._op = op
        self._cooldown = cooldown
        self._last = deque(maxlen=threshold)
        self._until = None
        self._probe = Lock()

    async def _run(self):
        try:
            value = await self._op()
        except Exception:
            self._last.append(False)
            raise
        self._last.append(True)
        return value

    async def call(self):
        if self._until is None:
            try:
                return await self._run()
            finally:
                if len(self._last) == self._last.maxlen and not any(self._last):
                    self._until = self._until or time.monotonic() + self._cooldown
        if self._probe.locked() or time.monotonic() < self._until:
            raise CircuitOpen
        async with self._probe:
            try:
                value = await self._run()
            except Exception:
                self._until = time.monotonic() + self._cooldown
                raise
            self._until = None
            return value
