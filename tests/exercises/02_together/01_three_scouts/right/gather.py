"""gather: starts everything, and keeps the order of its arguments."""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    return list(await asyncio.gather(*(ask(station) for station in stations)))
