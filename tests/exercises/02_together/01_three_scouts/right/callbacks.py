"""Tasks in reverse order; done-callbacks fill the list, and the last one fills a future."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    if not stations:
        return []
    answers = [""] * len(stations)
    missing = set(range(len(stations)))
    complete = asyncio.get_running_loop().create_future()

    def arrived(number: int, task: asyncio.Task[str]) -> None:
        answers[number] = task.result()
        missing.discard(number)
        if not missing:
            complete.set_result(None)

    tasks = []
    for number in reversed(range(len(stations))):
        task = asyncio.create_task(ask(stations[number]))
        task.add_done_callback(partial(arrived, number))
        tasks.append(task)
    await complete
    return answers
