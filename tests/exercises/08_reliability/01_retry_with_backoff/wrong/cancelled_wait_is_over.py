"""You catch the cancellation around your wait, as if it only meant that the wait is over. Then you call again.
Somebody wanted you to stop altogether.
"""

import asyncio
from contextlib import suppress


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(jitter(min(cap, base * 2**n)))
