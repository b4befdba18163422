"""You ask every job that has ended for its exception. One that was cancelled does not answer: `exception()` raises
its CancelledError, in your callback, where nobody catches it. What do you have to know of a task before you ask?
"""

import asyncio
from collections.abc import Callable, Coroutine


class Background:
    """Runs jobs in the background, and remembers them until they have ended."""

    def __init__(self, on_error: Callable[[Exception], None]) -> None:
        self._on_error = on_error
        self._tasks: set[asyncio.Task] = set()

    @property
    def active(self) -> int:
        return len(self._tasks)

    def spawn(self, coro: Coroutine) -> None:
        """Start a job, and return at once."""
        task = asyncio.create_task(coro)
        self._tasks.add(task)  # the receipt
        task.add_done_callback(self._ended)  # is called in the next turn of the loop after the task's end

    def _ended(self, task: asyncio.Task) -> None:
        self._tasks.discard(task)
        if (error := task.exception()) is not None:
            self._on_error(error)

    async def aclose(self, grace: float) -> None:
        """Wait up to `grace` seconds for the jobs under way, then cancel the rest."""
        # `asyncio.wait` does not take an empty set. As long as there are tasks we wait, and then again: a job
        # may have spawned another one.
        try:
            async with asyncio.timeout(grace):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            # `wait` passes nothing on to its tasks, so none of them knows of the deadline yet.
            for task in self._tasks:
                task.cancel()
            while self._tasks:
                await asyncio.wait(self._tasks)  # they tidy up, for as long as it takes
