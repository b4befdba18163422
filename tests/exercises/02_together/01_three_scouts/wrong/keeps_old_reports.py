"""You keep the reports in a variable of the module, and do not ask again who is in there already. The weather
of the morning then stands in the report of the evening. What belongs to one call should live in that call.
"""

import asyncio
from collections.abc import Awaitable, Callable

known: dict[str, str] = {}


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    async def ask_one(station: str) -> None:
        if station not in known:
            known[station] = await ask(station)

    await asyncio.gather(*(ask_one(station) for station in stations))
    return [known[station] for station in stations]
