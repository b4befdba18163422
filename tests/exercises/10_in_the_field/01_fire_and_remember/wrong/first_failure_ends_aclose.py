"""You wait with `gather`, which raises the first failure: `aclose` ends with the error of some job, and the
others are still under way. The error has been reported already; here, only the end of the jobs matters.
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
        tasks = list(self._tasks)
        try:
            await asyncio.wait_for(asyncio.gather(*tasks), grace)
        except TimeoutError:
            await asyncio.gather(*tasks, return_exceptions=True)
