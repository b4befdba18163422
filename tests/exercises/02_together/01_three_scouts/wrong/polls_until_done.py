"""You look at the tasks every half second until all of them are done. You notice the last report up to
half a second late, and the loop wakes you for nothing many times before. A task tells you by itself when
it is done, if you wait for it.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0.5)
    return [task.result() for task in tasks]
