"""You look for the first grid point that has not passed. When a run takes no time at all, that is the point
at which it began, and so all your runs are made there. How do you make sure that the next point is a
later one?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for _ in range(ticks):
        point = math.ceil((loop.time() - start) / interval)
        await asyncio.sleep(start + point * interval - loop.time())
        try:
            await job()
        except Exception as error:
            on_error(error)
