"""A heartbeat of a nanosecond, for ever
stopped by: process
reasons: horizon
tests: one
takes: counts
"""

import asyncio


async def reports(ask, stations):
    while True:
        await asyncio.sleep(1e-9)
