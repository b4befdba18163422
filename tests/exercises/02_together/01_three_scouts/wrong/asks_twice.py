"""The tasks are under way, but then you call `ask` once more for every station and wait for the second
answers. To call a coroutine function again makes a new call; to get the result of a task, await the task
itself.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    started = [asyncio.create_task(ask(station)) for station in stations]
    answers = [await ask(station) for station in stations]
    await asyncio.gather(*started)
    return answers
