"""Your delay lives outside of the function, so all who try again at the same time share it: the failures of
one make the waits of the other longer. What belongs to one call belongs into the function.
"""

import asyncio

delay = 0


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    global delay
    delay = base
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        wait = jitter(min(cap, delay))
        delay *= 2
        await asyncio.sleep(wait)
