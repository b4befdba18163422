"""You report the error of a run, and then you leave the loop: your `try` stands around all runs, and not around
one. The runs after it are missing. Which of the two is to go on after an error?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0
    try:
        for _ in range(ticks):
            await asyncio.sleep(start + point * interval - loop.time())
            await job()
            point = max(point, math.floor((loop.time() - start) / interval)) + 1
    except Exception as error:
        on_error(error)
