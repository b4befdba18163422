"""You keep a list of all tasks and never take one out. Each task holds on to what its job returned, so after
a year at the reception the memory is full of jobs that ended long ago.
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = []

    @property
    def active(self):
        return sum(not task.done() for task in self._tasks)

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.append(task)
        task.add_done_callback(self._ended)

    def _ended(self, task):
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)

    async def aclose(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := [task for task in self._tasks if not task.done()]:
            for task in late:
                task.cancel()
            await asyncio.wait(late)
