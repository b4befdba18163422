"""When a job fails, you report it and forget to take it off the count. So `active` never comes down to 0 any
more. Which lines have to run whatever the end was?
"""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = set()
        self.active = 0

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        self.active += 1
        task.add_done_callback(self._ended)

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)
            return
        self.active -= 1

    async def aclose(self, grace):
        if not self._tasks:
            return
        await asyncio.wait(self._tasks, timeout=grace)
        if late := list(self._tasks):
            for task in late:
                task.cancel()
            await asyncio.wait(late)
