"""You report every lag that is not zero. A lag of a few milliseconds is everyday life for a loop; what is
`limit` for?
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before - interval
        if lag > 1e-6:
            report(lag)
