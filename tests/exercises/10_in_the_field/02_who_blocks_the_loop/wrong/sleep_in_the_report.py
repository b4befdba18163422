"""You find the stalls, but what you report has the sleep in it: every lag is too large by `interval`. Compare
and report the same number.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        seconds = time.monotonic() - before
        if seconds > interval + limit:
            report(seconds)
