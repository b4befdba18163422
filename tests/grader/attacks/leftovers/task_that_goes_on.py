"""A task that goes on for ever, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio


async def wait():
    while True:
        await asyncio.sleep(1)


async def reports(ask, stations):
    reports.task = asyncio.create_task(wait())
    return list(await asyncio.gather(*map(ask, stations)))
