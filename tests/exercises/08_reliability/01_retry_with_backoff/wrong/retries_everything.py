"""You catch every `Exception` and try again. But a programming error does not go away by itself: the same
mistake is made again and again, and is reported very late. Which errors did your caller call worth a try?
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except Exception:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
