"""You never ask `jitter`. All stations that have failed together wait the same time, and come back together:
they disturb each other again, at every try.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(min(cap, base * 2**n))
