"""A task is not its result. You return the tasks at once, while the stations are still being asked.
Somebody has to wait for each of them to get the report out.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    return [asyncio.create_task(ask(station)) for station in stations]
