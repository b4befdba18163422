"""Your waits grow by the same amount each time: base, 2 * base, 3 * base. The task wants each delay to be
twice the one before. The first two waits are the same in both, so the difference begins at the third.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if n == attempts:
                raise
        await asyncio.sleep(jitter(min(cap, base * n)))
