"""After a long run you make up for the grid points that it has missed: the next runs follow each other without
a pause, until you have caught up. A service that was too slow once gets even more to do. What is
missed should stay missed."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for tick in range(ticks):
        await asyncio.sleep(start + tick * interval - loop.time())
        try:
            await job()
        except Exception as error:
            on_error(error)
