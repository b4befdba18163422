"""A coroutine object that nobody awaits, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio


async def wait():
    pass


async def reports(ask, stations):
    wait()
    return list(await asyncio.gather(*map(ask, stations)))
