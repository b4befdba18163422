"""Swallow every exception for ever, the judge's endings too
stopped by: process
reasons: deadlock hang crash livelock
tests: one
"""

import asyncio


async def reports(ask, stations):
    while True:
        try:
            await asyncio.Future()
        except BaseException:
            continue
