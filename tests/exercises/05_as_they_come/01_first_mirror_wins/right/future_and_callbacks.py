"""Done-callbacks fill one future with the outcome of the race; the caller only waits for that."""

import asyncio
from collections.abc import Awaitable, Callable


async def first_good(fetchers: list[Callable[[], Awaitable[bytes]]]) -> bytes:
    outcome = asyncio.get_running_loop().create_future()
    tasks: list[asyncio.Task[bytes]] = []
    failed = 0

    def ended(task: asyncio.Task[bytes]) -> None:
        nonlocal failed
        if task.cancelled():
            return
        if task.exception() is None:
            if not outcome.done():
                outcome.set_result(task.result())
            return
        failed += 1
        if failed == len(tasks) and not outcome.done():
            outcome.set_exception(ExceptionGroup("all failed", [task.exception() for task in tasks]))

    for fetcher in fetchers:
        task = asyncio.create_task(fetcher())
        task.add_done_callback(ended)
        tasks.append(task)
    try:
        return await outcome
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
