"""You protect the call with `shield`. When you are cancelled, you leave at once, and the call goes on behind
your back: nobody waits for it any more, and nobody stops it.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await asyncio.shield(op())
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
