"""One object for each state; a call asks the present one to guard it. A timer makes the circuit half-open."""

import asyncio
from contextlib import contextmanager


class CircuitOpen(Exception):
    pass


class Closed:
    def __init__(self, breaker):
        self.breaker = breaker
        self.failures = 0

    @contextmanager
    def guard(self):
        try:
            yield
        except Exception:
            self.failures += 1
            if self.failures == self.breaker.threshold:
                self.breaker.trip()
            raise
        self.failures = 0


class Open:
    @contextmanager
    def guard(self):
        raise CircuitOpen
        yield


class HalfOpen:
    def __init__(self, breaker):
        self.breaker = breaker
        self.busy = False

    @contextmanager
    def guard(self):
        if self.busy:
            raise CircuitOpen
        self.busy = True
        try:
            yield
        except Exception:
            self.breaker.trip()
            raise
        else:
            self.breaker.state = Closed(self.breaker)
        finally:
            self.busy = False


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op = op
        self.threshold = threshold
        self.cooldown = cooldown
        self.state = Closed(self)

    def trip(self):
        self.state = Open()
        asyncio.get_running_loop().call_later(self.cooldown, self.recover)

    def recover(self):
        self.state = HalfOpen(self)

    async def call(self):
        with self.state.guard():
            return await self.op()
