"""You never take a permit. So all of them stay free, and everybody begins at once. If you only look whether one
is free, that does not reserve it: what takes a permit, and waits for it?"""

import asyncio


async def with_permit(permits, job):
    while permits.locked():
        await asyncio.sleep(0.1)
    return await job()
