"""Your taker goes on during the grace: new jobs come in and are begun, though the service has been told to stop.
They have the least chance to finish. The taking has to end first, at the moment of the stop."""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    if stop.is_set():
        return 0, 0

    async def take():
        while True:
            jobs.add(asyncio.create_task(handle(await next_job())))

    taking = asyncio.create_task(take())
    late = set()
    try:
        await stop.wait()
        if jobs:
            await asyncio.wait(jobs, timeout=grace)
        late = {job for job in jobs if not job.done()}
    finally:
        rest = {task for task in (taking, *jobs) if not task.done()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
