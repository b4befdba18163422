"""You call `op()` once and await what it returned again and again. A coroutine object runs through once; at
the second `await` Python says "cannot reuse already awaited coroutine". Each try needs a new one.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    call = op()
    for n in range(attempts):
        try:
            return await call
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
