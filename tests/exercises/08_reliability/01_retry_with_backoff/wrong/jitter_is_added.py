"""You wait the delay, and what `jitter` returns on top of it. What `jitter` returns is the wait itself: it may
be shorter than the delay.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        delay = min(cap, base * 2**n)
        await asyncio.sleep(delay + jitter(delay))
