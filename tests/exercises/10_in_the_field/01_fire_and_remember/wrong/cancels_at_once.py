"""`aclose` cancels everything as soon as it is called. Jobs that would have been ready in a moment are torn
off: that is what the grace is for.
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
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)

    async def aclose(self, grace):
        if not self._tasks:
            return
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
