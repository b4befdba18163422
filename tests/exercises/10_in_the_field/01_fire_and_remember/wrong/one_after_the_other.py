"""You run one job after the other from a queue. A job that takes an hour holds up all those that were spawned
after it. Each job wants a task of its own.
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = set()
        self._turn = asyncio.Lock()

    @property
    def active(self):
        return len(self._tasks)

    def spawn(self, coro):
        task = asyncio.create_task(self._in_turn(coro))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _in_turn(self, coro):
        async with self._turn:
            await coro

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)

    async def aclose(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
