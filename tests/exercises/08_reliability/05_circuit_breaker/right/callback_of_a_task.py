"""Each call is a task; what its end means for the circuit is said by a callback, which looks at the task."""

import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, op, threshold, cooldown):
        self.op = op
        self.threshold = threshold
        self.cooldown = cooldown
        self.row = 0
        self.closed = True
        self.reopen_at = 0
        self.probe = None

    async def call(self):
        loop = asyncio.get_running_loop()
        if not self.closed and (self.probe is not None or loop.time() < self.reopen_at):
            raise CircuitOpen
        task = asyncio.create_task(self.op())
        if not self.closed:
            self.probe = task
        task.add_done_callback(self.ended)
        return await task

    def ended(self, task):
        is_probe = task is self.probe
        if is_probe:
            self.probe = None
        if task.cancelled():
            return
        if task.exception() is None:
            self.row = 0
            self.closed = True
            return
        self.row += 1
        if is_probe or self.row >= self.threshold:
            self.closed = False
            self.reopen_at = asyncio.get_running_loop().time() + self.cooldown
