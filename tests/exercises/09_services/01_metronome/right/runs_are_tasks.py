"""Every run is a task; at a grid point a new one begins unless the last one is still under way."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def one_run():
        try:
            await job()
        except Exception as error:
            on_error(error)

    run = None
    try:
        number = made = 0
        while made < ticks:
            if run is None or run.done():
                run = asyncio.create_task(one_run())
                made += 1
            number += 1
            if made < ticks:
                await asyncio.sleep(start + number * interval - loop.time())
        if run is not None:
            await run
    finally:
        if run is not None and not run.done():
            run.cancel()
            await asyncio.wait([run])
