"""You double what `jitter` has returned. So chance goes into the next delay, and from there into the one after
it: a short wait makes all waits after it short. The delay and the wait are two different numbers.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    wait = jitter(min(cap, base))
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(wait)
        wait = jitter(min(cap, wait * 2))
