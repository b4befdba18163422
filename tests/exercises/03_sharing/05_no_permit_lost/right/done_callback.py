"""The job is a task of its own; its done callback gives the permit back, however it ends."""

import asyncio


async def with_permit(permits, job):
    await permits.acquire()
    task = asyncio.ensure_future(job())
    task.add_done_callback(lambda _: permits.release())
    return await task
