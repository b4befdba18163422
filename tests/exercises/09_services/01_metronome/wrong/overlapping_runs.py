"""You start a task at every grid point, and do not look whether the last one has ended. When a run is longer
than the interval, two of them are under way at the same time. What has to be true before the next one may
begin?"""

import asyncio


async def every(interval, job, ticks, on_error):
    async def run():
        try:
            await job()
        except Exception as error:
            on_error(error)

    loop = asyncio.get_running_loop()
    start = loop.time()
    async with asyncio.TaskGroup() as group:
        for tick in range(ticks):
            await asyncio.sleep(start + tick * interval - loop.time())
            group.create_task(run())
