"""You count the jobs that went well, and those that were cancelled. A job that fails is in none of the two
numbers, so they do not add up to what was taken. A failed job has ended by itself, too."""

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
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    return len([task for task in jobs - late if task.exception() is None]), len(late)
