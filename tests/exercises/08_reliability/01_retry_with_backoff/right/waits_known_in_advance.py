"""All waits are computed before the first call; an index and `raise` decide about the end."""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    waits = [jitter(min(cap, base * 2**n)) for n in range(attempts)]
    for number, wait in enumerate(waits, start=1):
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise
            await asyncio.sleep(wait)
    raise AssertionError("never reached")
