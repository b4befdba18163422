"""You measure from falling asleep to waking up, and take all of it for lag. The sleep that you asked for is
in it: your watchdog barks at a quiet loop. What would have passed anyway?
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        await asyncio.sleep(interval)
        lag = time.monotonic() - before
        if lag > limit:
            report(lag)
