"""A task group starts the tasks; their results are read when it has ended."""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    async with asyncio.TaskGroup() as group:
        tasks = {station: group.create_task(ask(station)) for station in stations}
    return [tasks[station].result() for station in stations]
