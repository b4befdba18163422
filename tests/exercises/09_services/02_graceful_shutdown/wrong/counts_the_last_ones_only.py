"""You count what `asyncio.wait` gives you at the end: the jobs that were under way at the stop. Those that ended
before it are missing. They have finished, too, since `serve` was called."""

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
                jobs = {job for job in jobs if not job.done() or job.exception()}
        if asking:
            asking.cancel()
        late = set()
        jobs = {job for job in jobs if not job.done()}
        if jobs:
            _, late = await asyncio.wait(jobs, timeout=grace)
    finally:
        rest = {task for task in (stopped, asking, *jobs) if task and not task.done()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
