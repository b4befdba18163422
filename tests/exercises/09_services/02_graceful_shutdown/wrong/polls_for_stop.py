"""You wait for a job for a little while, look at `stop`, and wait again. So you learn of the stop too late, and
you ask and give up many times for each job. An event can be waited for; nobody has to look at it again and
again."""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    stopped = asyncio.create_task(stop.wait())
    asking = None
    try:
        while not stop.is_set():
            try:
                job = await asyncio.wait_for(next_job(), 0.2)
            except TimeoutError:
                continue
            jobs.add(asyncio.create_task(handle(job)))
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
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
