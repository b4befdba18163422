"""You count grid points and not runs. When a long run makes you skip some of them, runs are missing in the end.
What does `ticks` count?"""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for tick in range(ticks):
        wait = start + tick * interval - loop.time()
        if wait < 0:
            continue
        await asyncio.sleep(wait)
        try:
            await job()
        except Exception as error:
            on_error(error)
