"""After a run that was longer than the interval you begin at once, and count from there. The grid has moved: it
is at odd times from then on. The grid belongs to the start, and no run may shift it."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    for tick in range(ticks):
        began = loop.time()
        try:
            await job()
        except Exception as error:
            on_error(error)
        if tick < ticks - 1:
            await asyncio.sleep(max(0, interval - (loop.time() - began)))
