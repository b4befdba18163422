"""SystemExit out of a task, which goes through asyncio's loop
stopped by: process
reasons: crash exception
"""

import asyncio


async def leave():
    raise SystemExit(0)


async def reports(ask, stations):
    task = asyncio.create_task(leave())
    await asyncio.sleep(1)
    return [task]
