"""Turn the loop for ever at one instant
stopped by: process
reasons: livelock
tests: one
"""

import asyncio


async def reports(ask, stations):
    while True:
        await asyncio.sleep(0)
