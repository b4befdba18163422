"""Your program knows of three stations, no more and no fewer. With any other number the list cannot be
taken apart into three names, and that is a ValueError. The number of tasks has to follow from the list.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    north, west, east = (asyncio.create_task(ask(station)) for station in stations)
    return [await north, await west, await east]
