"""At the stop you cancel everything that is under way. The jobs that would have needed another second are lost,
too. What is `grace` for?"""

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
            _, late = await asyncio.wait(jobs, timeout=0)
    finally:
        rest = {task for task in (stopped, asking, *jobs) if task and not task.done()}
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
