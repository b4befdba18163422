"""The stations are asked together, and you collect the reports as they arrive. But the quickest station is
not the first one of the list: the order in which tasks end is not the order in which you started them.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    arrivals = asyncio.as_completed([asyncio.create_task(ask(station)) for station in stations])
    return [await arrival for arrival in arrivals]
