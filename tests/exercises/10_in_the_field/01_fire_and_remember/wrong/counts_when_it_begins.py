"""You count a job when its first step is made. But `spawn` only asks the loop to start it: for a moment it is
nowhere, and whoever looks at `active` right after `spawn` does not see it.
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = set()
        self._active = 0

    @property
    def active(self):
        return self._active

    def spawn(self, coro):
        task = asyncio.create_task(self._count(coro))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _count(self, coro):
        self._active += 1
        try:
            return await coro
        finally:
            self._active -= 1

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
