"""Make tasks that make tasks, for ever at one instant
stopped by: process
reasons: livelock hang crash exception
tests: one
"""

import asyncio


async def again():
    asyncio.create_task(again())


async def reports(ask, stations):
    asyncio.create_task(again())
    await asyncio.Future()
