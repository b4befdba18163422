"""Your watchdog catches its own cancellation and goes on as if nothing had happened. Whoever cancels it waits
for its end. Which exceptions are yours to catch?
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.monotonic()
        try:
            await asyncio.sleep(interval)
        except asyncio.CancelledError:
            pass
        lag = time.monotonic() - before - interval
        if lag > limit:
            report(lag)
