"""When the time is up you stop the request, and then you ask a second time, for as long again. The customer
waits twice the limit.
"""

import asyncio


async def quote(ask, limit, fallback):
    for _ in range(2):
        try:
            async with asyncio.timeout(limit) as deadline:
                return await ask()
        except TimeoutError:
            if not deadline.expired():
                raise
    return fallback
