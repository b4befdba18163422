"""The jobs are in a task group, and an error of one of them comes out of it: the group cancels all the others, and
your service is over because of one bad picture. An error of a job has to stay with that job."""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    late = set()

    async def take(group):
        while not stop.is_set():
            jobs.add(group.create_task(handle(await next_job())))

    async with asyncio.TaskGroup() as group:
        taking = group.create_task(take(group))
        await stop.wait()
        taking.cancel()
        if jobs:
            _, late = await asyncio.wait(jobs, timeout=grace)
            for job in late:
                job.cancel()
    return len(jobs) - len(late), len(late)
