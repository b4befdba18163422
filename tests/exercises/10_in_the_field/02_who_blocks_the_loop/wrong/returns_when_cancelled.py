"""You catch the cancellation and return. Then the task has not ended as cancelled: it looks as if the
watchdog had found an end by itself. Let the CancelledError go on.
"""

import asyncio
import time


async def watch(interval, limit, report):
    try:
        while True:
            before = time.monotonic()
            await asyncio.sleep(interval)
            lag = time.monotonic() - before - interval
            if lag > limit:
                report(lag)
    except asyncio.CancelledError:
        return
