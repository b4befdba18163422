"""A job for an executor that never ends
stopped by: process
reasons: horizon hang assertion deadlock livelock
tests: one
takes: wall
"""

import asyncio
import select


async def reports(ask, stations):
    asyncio.get_running_loop().run_in_executor(None, select.select, [], [], [])
    await asyncio.sleep(1)
    return []
