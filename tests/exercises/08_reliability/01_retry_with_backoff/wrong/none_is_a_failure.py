"""You take a result that is `None` for a failure. An operation that has nothing to return is done after its
first success, and you do it again. What makes a failure is an exception, and not a value.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            result = await op()
            if result is not None:
                return result
        except retry_on:
            if n == attempts - 1:
                raise
        if n < attempts - 1:
            await asyncio.sleep(jitter(min(cap, base * 2**n)))
