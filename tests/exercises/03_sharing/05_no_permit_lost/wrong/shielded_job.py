"""The cancellation does not reach the job: the caller is gone and its permit is back, but the job goes on at
the press. The permit must not be given back before the job has ended. Who is to be told that it
should stop?"""

import asyncio


async def with_permit(permits, job):
    async with permits:
        return await asyncio.shield(job())
