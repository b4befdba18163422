"""You measure against one fixed grid. After a stall, all the moments that it has swallowed are still to come,
and each of them is late too: one stall, many reports. From when on should the next sleep count?
"""

import asyncio
import time


async def watch(interval, limit, report):
    due = time.monotonic()
    while True:
        due += interval
        await asyncio.sleep(max(0, due - time.monotonic()))
        lag = time.monotonic() - due
        if lag > limit:
            report(lag)
