"""Each run is a task of its own, and you wait for it with `asyncio.wait`. When you are cancelled, the waiting
ends, and the run does not: nobody has told it to stop. Who started it has to end it, too."""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0
    for _ in range(ticks):
        await asyncio.sleep(start + point * interval - loop.time())
        run = asyncio.create_task(job())
        await asyncio.wait([run])
        if error := run.exception():
            on_error(error)
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
