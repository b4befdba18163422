"""You ask `jitter` first and limit afterwards. So `jitter` sees delays that are too long, and what it says is
changed once more. The order in the task is the other one: double, limit, then `jitter`, and that is the wait.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(min(cap, jitter(base * 2**n)))
