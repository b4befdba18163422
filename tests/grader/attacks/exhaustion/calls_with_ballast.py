"""Ask with a megabyte as the station, again and again: the judge keeps what it was asked
stopped by: process
reasons: protocol horizon livelock exception
tests: one
"""

import asyncio


async def reports(ask, stations):
    for number in range(10_000):
        asyncio.create_task(ask(f"{number}" + "x" * 900_000))
        await asyncio.sleep(0)
