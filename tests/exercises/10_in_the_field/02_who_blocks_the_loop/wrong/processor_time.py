"""`time.process_time` measures how long your program has computed, and it stands still while it sleeps or
waits for something. A stall is about the time on the wall.
"""

import asyncio
import time


async def watch(interval, limit, report):
    while True:
        before = time.process_time()
        await asyncio.sleep(interval)
        lag = time.process_time() - before
        if lag > limit:
            report(lag)
