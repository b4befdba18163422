"""An async generator gives a turn at each grid point that has not passed; another loop works with it."""

import asyncio
import itertools
import time


async def grid(interval):
    start = time.monotonic()
    for number in itertools.count():
        wait = start + number * interval - time.monotonic()
        if number and wait <= 0:
            continue
        await asyncio.sleep(wait)
        yield


async def every(interval, job, ticks, on_error):
    if ticks == 0:
        return
    count = 0
    async for _ in grid(interval):
        try:
            await job()
        except Exception as error:
            on_error(error)
        count += 1
        if count == ticks:
            return
