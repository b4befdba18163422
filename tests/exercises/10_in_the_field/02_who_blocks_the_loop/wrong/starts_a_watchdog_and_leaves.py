"""You start a task that keeps watch, and return. Nobody has hold of it any more: who cancels `watch` cancels
nothing. `watch` itself is what runs until it is cancelled.
"""

import asyncio
import time


async def watch(interval, limit, report):
    async def keep_watch():
        while True:
            before = time.monotonic()
            await asyncio.sleep(interval)
            lag = time.monotonic() - before - interval
            if lag > limit:
                report(lag)

    asyncio.create_task(keep_watch())
