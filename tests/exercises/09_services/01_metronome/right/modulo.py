"""The rest of the interval, by the remainder of a division: it skips a point on which a run ends."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for left in range(ticks - 1, -1, -1):
        began = loop.time()
        try:
            await job()
        except Exception as error:
            on_error(error)
        if left:
            if (loop.time() - began) < interval:
                number = round((began - start) / interval) + 1
                await asyncio.sleep(start + number * interval - loop.time())
            else:
                await asyncio.sleep(interval - (loop.time() - start) % interval)
