"""You begin at whole multiples of the interval on the clock, whenever you were called. The grid of the task
begins with the call: its first point is the moment at which `every` starts. What do you have to remember at that
moment?"""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    for tick in range(ticks):
        if tick:
            await asyncio.sleep(interval - loop.time() % interval)
        try:
            await job()
        except Exception as error:
            on_error(error)
