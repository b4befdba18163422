"""You count only the runs that went well, and make another run for each that failed. If all of them fail, you
never come to an end. A failing run is a run, too."""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = made = 0
    while made < ticks:
        await asyncio.sleep(start + point * interval - loop.time())
        try:
            await job()
            made += 1
        except Exception as error:
            on_error(error)
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
