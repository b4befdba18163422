"""Tasks that have ended are put away at the next `spawn`; each job reports its own error."""

import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = []

    @property
    def active(self):
        return sum(not task.done() for task in self._tasks)

    def spawn(self, coro):
        async def job():
            try:
                return await coro
            except Exception as error:
                self._on_error(error)

        self._tasks = [task for task in self._tasks if not task.done()]
        self._tasks.append(asyncio.create_task(job()))

    async def aclose(self, grace):
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=grace)
        for task in late:
            task.cancel()
        for task in late:
            await asyncio.wait({task})
