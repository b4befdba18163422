"""Swallow every timeout and cancellation, and go on
stopped by: process
reasons: horizon
tests: one
takes: counts
"""

import asyncio


async def reports(ask, stations):
    while True:
        try:
            await asyncio.wait_for(asyncio.Future(), 1)
        except BaseException:
            pass
