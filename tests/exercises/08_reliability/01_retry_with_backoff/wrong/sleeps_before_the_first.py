"""You wait before each call, the first one included. But nothing has failed yet at that time: whoever has a
good link pays for those who have a bad one.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
