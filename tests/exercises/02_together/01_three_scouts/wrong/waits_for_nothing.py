"""With stations all is well. Without any, `asyncio.wait` refuses: it needs at least one task to wait for.
What should happen when the list is empty?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
