"""The job runs in a task group of its own, between acquire and release; its error is taken out of the
group."""

import asyncio


async def with_permit(permits, job):
    async with permits:
        try:
            async with asyncio.TaskGroup() as group:
                task = group.create_task(job())
        except BaseExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return task.result()
