"""You give each run one interval, and then you cancel it. That keeps the rhythm, but the long runs never come
to their end, and you report errors that the job never had. A run may take as long as it takes."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for tick in range(ticks):
        await asyncio.sleep(start + tick * interval - loop.time())
        try:
            await asyncio.wait_for(job(), interval)
        except Exception as error:
            on_error(error)
