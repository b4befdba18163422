"""`aclose` waits until all jobs have ended, and takes no notice of `grace`. One job that hangs, and the
lights burn all night. Which of the ways to wait takes a limit?
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
        if self._tasks:
            await asyncio.wait(self._tasks)
