"""You sleep with `time.sleep`: now the watchdog is what blocks the loop, and all the others wait for it.
There is another `sleep` that lets them run.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        time.sleep(interval)
        await asyncio.sleep(0)
        lag = time.monotonic() - before - interval
        if lag > limit:
            report(lag)
