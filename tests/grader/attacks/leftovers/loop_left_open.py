"""A loop of its own that is never closed, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio

loop = asyncio.new_event_loop()


async def reports(ask, stations):
    return list(await asyncio.gather(*map(ask, stations)))
