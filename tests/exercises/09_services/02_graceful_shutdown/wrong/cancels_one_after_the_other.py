"""You cancel one job, wait until it is clean, and then turn to the next. All that time the next ones go on
working, and the clean-up times add up. Separate the two things: ask all of them, then wait for all of them."""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    stopped = asyncio.create_task(stop.wait())
    asking = None
    try:
        while not stop.is_set():
            asking = asyncio.create_task(next_job())
            await asyncio.wait({asking, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                jobs.add(asyncio.create_task(handle(asking.result())))
        if asking:
            asking.cancel()
        late = set()
        if jobs:
            _, late = await asyncio.wait(jobs, timeout=grace)
    finally:
        rest = {task for task in (stopped, asking, *jobs) if task and not task.done()}
        for task in (stopped, asking, *jobs):
            if task and not task.done():
                task.cancel()
                await asyncio.wait({task})
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
