"""Each of your delays is the square of the one before. From 2 to 4 this is the same as to double it, and that
hides the mistake; look at what comes after 4, and at delays that are smaller than 1.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    delay = base
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, delay)))
        delay = delay**2 if delay > 1 else delay * 2
