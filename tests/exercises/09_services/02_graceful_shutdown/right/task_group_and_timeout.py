"""A task group in a timeout: the jobs, the taker and a watcher are its tasks; the deadline is set at `stop`."""

import asyncio


async def serve(next_job, handle, stop, grace):
    counts = {"finished": 0, "cancelled": 0}

    async def work(job):
        try:
            await handle(job)
        except asyncio.CancelledError:
            counts["cancelled"] += 1
            raise
        except Exception:
            pass
        counts["finished"] += 1

    async def take(group):
        while not stop.is_set():
            group.create_task(work(await next_job()))

    async def watch(taker, deadline):
        await stop.wait()
        taker.cancel()
        deadline.reschedule(asyncio.get_running_loop().time() + grace)

    try:
        async with asyncio.timeout(None) as deadline, asyncio.TaskGroup() as group:
            taker = group.create_task(take(group))
            group.create_task(watch(taker, deadline))
    except TimeoutError:
        pass
    return counts["finished"], counts["cancelled"]
