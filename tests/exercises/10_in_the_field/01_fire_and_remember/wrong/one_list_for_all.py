"""Your collection stands in the class, and so all objects share it. To close one of them ends the jobs of all
the others. Where is something made that belongs to one object?
"""

import asyncio


class Background:
    _tasks = set()

    def __init__(self, on_error):
        self._on_error = on_error

    @property
    def active(self):
        return len(self._tasks)

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

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
