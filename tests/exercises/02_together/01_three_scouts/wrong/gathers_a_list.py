"""`gather` takes the awaitables as separate arguments. You give it one argument, a list, and a list cannot
be awaited: that is a TypeError before anything has begun. How does Python spread a list over the arguments
of a call?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    return await asyncio.gather([ask(station) for station in stations])
