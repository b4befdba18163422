"""Ask a station again and again, and let a little time pass in between
stopped by: process
reasons: horizon livelock hang
tests: one
takes: counts
"""

import asyncio


async def reports(ask, stations):
    while True:
        for _ in range(5000):
            await ask("nobody")
        await asyncio.sleep(1e-6)
