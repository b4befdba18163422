"""You sleep for a fixed time and hope that all reports are there by then. Quick stations wait for nothing,
and with a slow one you come too early: `result()` of a task that is still running is an InvalidStateError.
Wait for the tasks, not for the clock.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    await asyncio.sleep(3)
    return [task.result() for task in tasks]
