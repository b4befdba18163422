"""You look every 0.1 s whether a permit is free, but you never take one. So all of them stay free, and
everybody begins at once. To look at a thing does not reserve it: what takes a permit, and waits for it?"""

import asyncio


async def with_permit(permits, job):
    while permits.locked():
        await asyncio.sleep(0.1)
    return await job()
