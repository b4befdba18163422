"""You look for errors only in `aclose`. The manager hears in the evening what went wrong in the morning,
and of tasks that were put away meanwhile nothing at all. When does a task end, and who can tell you?
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._errors = []
        self._tasks = set()

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
            self._errors.append(error)

    async def aclose(self, grace):
        try:
            await self._close(grace)
        finally:
            for error in self._errors:
                self._on_error(error)

    async def _close(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
