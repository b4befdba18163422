"""You sleep first, and then you work. So the first run begins one interval too late, and all the others with
it. Where on the grid is its first point?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for _ in range(ticks):
        point = math.floor((loop.time() - start) / interval) + 1
        await asyncio.sleep(start + point * interval - loop.time())
        try:
            await job()
        except Exception as error:
            on_error(error)
