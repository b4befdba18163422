"""You forget each task as soon as it has ended, and nobody looks at how it ended. A job that fails does so
without anybody hearing of it. What does a task know when it is done?
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
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

    async def aclose(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
