"""You let only so many stations be asked at a time, and the others stand in line. With three nobody notices;
with sixty the line takes longer than the slowest station. Nothing in the task asks you to hold anybody back.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    places = asyncio.Semaphore(10)

    async def ask_one(station: str) -> str:
        async with places:
            return await ask(station)

    return await asyncio.gather(*(ask_one(station) for station in stations))
