"""You begin to measure at the end of your first sleep. A stall in this first interval, when the program
starts and much is loaded, is not seen.
"""

import asyncio
import time


async def watch(interval, limit, report):
    await asyncio.sleep(interval)
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before - interval
        if lag > limit:
            report(lag)
