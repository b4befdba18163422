"""You sleep for a whole interval after each run, so the time of the run comes on top in every round. Each run
begins a little later than the one before. Until which moment would you have to sleep?"""

import asyncio


async def every(interval, job, ticks, on_error):
    for tick in range(ticks):
        if tick:
            await asyncio.sleep(interval)
        try:
            await job()
        except Exception as error:
            on_error(error)
