"""You report the lag in whole intervals or rounded numbers. Operations want to know how bad it was, not about
how bad.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before - interval
        if lag > limit:
            report(round(lag, 1))
