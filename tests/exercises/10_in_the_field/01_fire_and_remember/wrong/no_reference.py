"""You count the jobs, and nobody holds their tasks: a WeakSet refers to them as weakly as the loop does. A
job that waits for something that only it knows can be collected as garbage in the middle of its work.
Which kind of collection keeps what is in it?
"""

import asyncio
import weakref


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = weakref.WeakSet()

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
        await asyncio.wait(list(self._tasks), timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
