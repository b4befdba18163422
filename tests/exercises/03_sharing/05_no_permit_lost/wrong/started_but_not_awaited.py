"""Your permit is given back as soon as the job has been started, because the job is awaited only after the
block. So more jobs run than there are permits. How long does a job need its permit?"""

import asyncio


async def with_permit(permits, job):
    async with permits:
        task = asyncio.create_task(job())
    return await task
