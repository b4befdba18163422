"""Recursion: the two halves of the list are asked together."""

import asyncio


async def reports(ask, stations):
    if len(stations) < 2:
        return [await ask(station) for station in stations]
    middle = len(stations) // 2
    first, second = await asyncio.gather(reports(ask, stations[:middle]), reports(ask, stations[middle:]))
    return first + second
