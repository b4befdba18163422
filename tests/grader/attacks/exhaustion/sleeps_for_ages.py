"""Sleep for thirty billion years
stopped by: process
reasons: horizon deadlock
"""

import asyncio


async def reports(ask, stations):
    await asyncio.sleep({"n": 1e18, "far": float("inf")}[stations[0]])
