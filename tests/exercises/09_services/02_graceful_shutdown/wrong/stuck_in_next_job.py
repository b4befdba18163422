"""You look at `stop` between two jobs only. While nothing comes in, you stand in `await next_job()` and see
nothing of it: you would wait until a job comes, and that may take hours. For which two things do you have to
wait at that moment?"""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    late = set()
    try:
        while not stop.is_set():
            jobs.add(asyncio.create_task(handle(await next_job())))
        if jobs:
            _, late = await asyncio.wait(jobs, timeout=grace)
    finally:
        rest = {task for task in jobs if not task.done()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
