"""Your delays double for ever. After ten failures a station would wait more than a thousand times `base`,
although the link may have been good for hours. There is an argument that limits each delay.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(base * 2**n))
