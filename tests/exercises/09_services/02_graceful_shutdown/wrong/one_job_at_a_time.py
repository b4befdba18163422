"""You wait for the end of each job before you ask for the next one. A long job keeps all the others waiting
outside, and you cannot see `stop` while it goes on. Who could do the job while you ask again?"""

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
                job = asyncio.create_task(handle(asking.result()))
                jobs.add(job)
                await asyncio.wait({job})
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
