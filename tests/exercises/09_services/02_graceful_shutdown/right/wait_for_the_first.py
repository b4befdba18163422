"""asyncio.wait for the next request and the stop, in one loop; counters in done callbacks."""

import asyncio


async def serve(next_job, handle, stop, grace):
    finished = 0
    jobs = set()

    def ended(task):
        nonlocal finished
        jobs.discard(task)
        if not task.cancelled():
            task.exception()  # seen, and not wanted
            finished += 1

    stopped = asyncio.create_task(stop.wait())
    asking = None
    try:
        while not stop.is_set():
            asking = asyncio.create_task(next_job())
            await asyncio.wait({asking, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                task = asyncio.create_task(handle(asking.result()))
                jobs.add(task)
                task.add_done_callback(ended)
        asking and asking.cancel()
        if jobs:
            await asyncio.wait(jobs, timeout=grace)
    finally:
        rest = {task for task in (stopped, asking, *jobs) if task is not None and not task.done()}
        late = len(jobs)
        for task in rest:
            task.cancel()
        if rest:
            await asyncio.wait(rest)
    return finished, late
