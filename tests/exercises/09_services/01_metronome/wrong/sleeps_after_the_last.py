"""After the last run you still wait for the next grid point, at which nothing will happen. Your caller waits
with you. When is the work of `every` over?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0
    for _ in range(ticks):
        try:
            await job()
        except Exception as error:
            on_error(error)
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
        await asyncio.sleep(start + point * interval - loop.time())
