"""You make a task and await it in the same breath. A task can only overlap with what happens between its
start and the moment when you wait for it, and here nothing happens in between: the times add up.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    answers = []
    for station in stations:
        answers.append(await asyncio.create_task(ask(station)))
    return answers
