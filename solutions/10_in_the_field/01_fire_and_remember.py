"""Fire and remember: the solution

`asyncio.create_task` alone is a loan without a receipt. The loop knows its tasks only weakly: while a task
waits, it is kept alive by what it waits for, and if nobody else knows that either, both are garbage. So
somebody has to hold the task, look at how it ended, and end it when the program ends. These are the three
duties of whoever starts a task. A `TaskGroup` takes all three, but it ends with its block, and the first
failure ends all the others; here the jobs have nothing to do with each other.
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
        # `exception()` of a cancelled task raises CancelledError: so this question comes first. To ask for
        # the exception also tells asyncio that somebody has seen it.
        if not task.cancelled() and (error := task.exception()) is not None:
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


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def job(name: str, seconds: float, trouble: str = "") -> None:
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            say(f"{name}: has to wait until tomorrow")
            raise
        if trouble:
            raise OSError(f"{name}: {trouble}")
        say(f"{name}: done")

    async def main() -> None:
        background = Background(lambda error: say(f"the manager hears: {error}"))
        background.spawn(job("luggage of room 12", 1))
        background.spawn(job("taxi", 0.5, trouble="nobody answers"))
        background.spawn(job("letter", 2))
        background.spawn(job("laundry", 60))
        say(f"the guest has the key; {background.active} jobs under way")
        await asyncio.sleep(1.5)
        say(f"the reception closes; {background.active} jobs under way")
        await background.aclose(1)
        say(f"the lights go out; {background.active} jobs under way")

    asyncio.run(main())
