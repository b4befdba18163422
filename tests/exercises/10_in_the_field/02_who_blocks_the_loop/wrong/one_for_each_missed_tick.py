"""You report a stall once for every interval that it has lasted. Operations want to hear of it once, with its
whole length.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before - interval
        if lag > limit:
            for _ in range(1 + int(lag // interval)):
                report(lag)
