"""After the first report you return, and nobody keeps watch any more. The next stall will come, and
operations will believe that all is well.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before - interval
        if lag > limit:
            report(lag)
            return
