"""Cancels all tasks, the judge's own among them.

stopped by: process
reasons: assertion exception hygiene
"""

import asyncio


async def reports(ask, stations):
    for task in {asyncio.current_task(), *asyncio.all_tasks()}:
        for _ in range(3):
            task.cancel("by the attack")
    return [await ask(station) for station in stations]
