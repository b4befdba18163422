"""You cancel the rest and return. But `cancel()` only asks: the jobs have not even begun to clean up when you
leave. If the program ends now, it ends in the middle of that. How do you learn that they have really ended?"""

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
        await asyncio.sleep(0)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
