"""A context manager around the call knows the state, and sees how the call ends."""

import asyncio
from contextlib import contextmanager


class CircuitOpen(Exception):
    def __init__(self, seconds):
        super().__init__(f"try again in {seconds} s")
        self.seconds = seconds


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self._op = op
        self._n = threshold
        self._cooldown = cooldown
        self._row = 0
        self._until = None
        self._probe = None

    @contextmanager
    def _guard(self):
        now = asyncio.get_running_loop().time
        if self._until is not None:
            if self._probe is not None or now() < self._until:
                raise CircuitOpen(self._until - now())
            self._probe = object()
        mine = self._probe
        try:
            yield
        except Exception:
            self._row += 1
            if mine is not None or (self._row >= self._n and self._until is None):
                self._until = now() + self._cooldown
            raise
        else:
            self._row = 0
            if mine is not None:
                self._until = None
        finally:
            if mine is not None:
                self._probe = None

    async def call(self):
        with self._guard():
            return await self._op()
