"""Your `except` catches more than errors: a cancellation arrives as CancelledError, and you report it and go on.
So nobody can stop you any more. Which exceptions did the task name, and is CancelledError one of them?"""

import asyncio
import math


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    point = 0
    for _ in range(ticks):
        await asyncio.sleep(start + point * interval - loop.time())
        try:
            await job()
        except BaseException as error:
            on_error(error)
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
