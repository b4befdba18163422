"""A failing job takes all the others with it. At a reception, the luggage is carried up even if no taxi can
be had: the jobs have nothing to do with each other.
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
            for other in self._tasks:
                other.cancel()

    async def aclose(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
