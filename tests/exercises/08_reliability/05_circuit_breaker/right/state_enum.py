"""A state machine with names for its states; the state is looked up at each call."""

import asyncio
import enum


class CircuitOpen(Exception):
    pass


class State(enum.Enum):
    CLOSED = 1
    OPEN = 2
    HALF_OPEN = 3
    PROBING = 4


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op, self.threshold, self.cooldown = op, threshold, cooldown
        self.state = State.CLOSED
        self.row = 0
        self.opened_at = None

    def now(self):
        return asyncio.get_running_loop().time()

    async def call(self):
        if self.state is State.OPEN and self.now() - self.opened_at >= self.cooldown:
            self.state = State.HALF_OPEN
        match self.state:
            case State.OPEN | State.PROBING:
                raise CircuitOpen("try again later")
            case State.HALF_OPEN:
                self.state = State.PROBING
                self.row = self.threshold - 1
        mine = self.state
        try:
            result = await self.op()
        except asyncio.CancelledError:
            if mine is State.PROBING:
                self.state = State.HALF_OPEN
            raise
        except Exception:
            self.row += 1
            if self.row >= self.threshold:
                self.state = State.OPEN
                self.opened_at = self.now()
            raise
        self.row = 0
        self.state = State.CLOSED
        return result
