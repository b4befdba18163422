"""`time.sleep` stops the thread, and the event loop runs in this thread: while you sleep, nobody else can do
anything. Two rhythms in one program then disturb each other. Which way to sleep lets the others go on?"""

import asyncio
import math
import time


async def every(interval, job, ticks, on_error):
    start = time.monotonic()
    point = 0
    for _ in range(ticks):
        time.sleep(max(0, start + point * interval - time.monotonic()))
        try:
            await job()
        except Exception as error:
            on_error(error)
        point = max(point, math.floor((time.monotonic() - start) / interval)) + 1
