"""You compare the clock with the start of the watch and the number of sleeps. Each small lag stays in that
account for ever; after a day, a healthy loop looks ill. Each sleep has a lag of its own.
"""

import asyncio
import time


async def watch(interval, limit, report):
    start = time.monotonic()
    sleeps = 0
    while True:
        await asyncio.sleep(interval)
        sleeps += 1
        lag = time.monotonic() - start - sleeps * interval
        if lag > limit:
            report(lag)
            start, sleeps = time.monotonic(), 0
