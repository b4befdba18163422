"""The error of a run comes out of `every`, and with it the whole rhythm ends. One failed measurement is no
reason to stop measuring: who wants to know of it, and what comes after it?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0
    for _ in range(ticks):
        await asyncio.sleep(start + point * interval - loop.time())
        await job()
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
