"""Recursion: a task for the rest of the list, while the first station is asked here."""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    if not stations:
        return []
    first, *others = stations
    rest = asyncio.ensure_future(reports(ask, others))
    return [await ask(first), *await rest]
