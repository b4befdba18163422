"""You wait the same time after each failure. A receiver that has too much to do gets the same load again and
again, and has no chance to recover. What has to become of the delay after each failure?
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if n == attempts:
                raise
        await asyncio.sleep(jitter(min(cap, base)))
