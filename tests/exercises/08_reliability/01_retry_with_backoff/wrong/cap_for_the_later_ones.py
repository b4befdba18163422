"""You limit a delay after you have doubled it, but the first delay was never doubled, and so never limited.
`cap` may be smaller than `base`.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    delay = base
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * 2, cap)
