"""as_completed over helpers that bring their number along; the reports are sorted at the end."""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    async def numbered(number: int, station: str) -> tuple[int, str]:
        return number, await ask(station)

    asked = [numbered(number, station) for number, station in enumerate(stations)]
    arrivals = [await arrival for arrival in asyncio.as_completed(asked)]
    return [report for _, report in sorted(arrivals)]
