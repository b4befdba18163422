"""You give a whole grace to one job after the other. With three long jobs, the last one is cancelled after three
times the grace. The grace is one span of time, and it begins at the stop for all of them."""

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
        for job in jobs:
            _, pending = await asyncio.wait({job}, timeout=grace)
            late |= pending
            job.cancel()
    finally:
        rest = {task for task in (stopped, asking, *jobs) if task and not task.done()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
