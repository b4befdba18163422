"""Sleep for a time that is no number, below zero or beyond all floats
stopped by: process
reasons: exception assertion deadlock horizon
"""

import asyncio


async def reports(ask, stations):
    await asyncio.sleep(-1e308)
    await asyncio.sleep({"n": float("nan"), "far": 1e308}[stations[0]])
    return []
