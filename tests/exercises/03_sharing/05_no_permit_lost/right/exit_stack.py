"""An exit stack learns of the release only when the permit is there."""

from contextlib import AsyncExitStack


async def with_permit(permits, job):
    async with AsyncExitStack() as stack:
        await permits.acquire()
        stack.callback(permits.release)
        return await job()
