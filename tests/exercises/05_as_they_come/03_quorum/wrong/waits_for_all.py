"""You wait for every write and count then. Your answer is right, but it comes when the slowest computer has
spoken, although it was certain long before. At which moment do you know enough?
"""

import asyncio


async def replicate(writes, need):
    results = await asyncio.gather(*(write() for write in writes), return_exceptions=True)
    return sum(not isinstance(result, Exception) for result in results) >= need
