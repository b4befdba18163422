"""When the time is up, you stop the slow question and ask the next replica instead. But the first one may have been
nearly done: its work is lost, and if all are a little slow, nobody ever answers. A hedge is asked in addition.
"""

import asyncio


async def hedged(replicas, after):
    for replica in replicas[:-1]:
        try:
            async with asyncio.timeout(after):
                return await replica()
        except Exception:
            pass
    return await replicas[-1]()
