"""You make one call, and then `attempts` more. `attempts` is the number of all calls, and the first one is one
of them.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            await asyncio.sleep(jitter(min(cap, base * 2**n)))
    return await op()
