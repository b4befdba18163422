"""When `serve` itself is cancelled, it leaves at once, and the jobs go on without anybody who looks after them.
Your clean-up stands on the good way out only. Which form runs on every way out?"""

import asyncio


async def serve(next_job, handle, stop, grace):
    jobs = set()
    stopped = asyncio.create_task(stop.wait())
    asking = None
    while not stop.is_set():
        asking = asyncio.create_task(next_job())
        await asyncio.wait({asking, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if asking.done():
            jobs.add(asyncio.create_task(handle(asking.result())))
    late = set()
    if jobs:
        asking.cancel()
        _, late = await asyncio.wait(jobs, timeout=grace)
    rest = {task for task in (stopped, asking, *late) if task and not task.done()}
    for task in rest:
        task.cancel()
    if rest:
        await asyncio.wait(rest)
    for task in jobs - late:
        task.exception()
    return len(jobs) - len(late), len(late)
