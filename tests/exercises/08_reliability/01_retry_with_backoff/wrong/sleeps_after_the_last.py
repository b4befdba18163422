"""After the last failure you wait once more, and only then give up. Nothing happens after this wait: your
caller learns late what was certain long before. With three calls, how many waits are there between them?
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    last = None
    for n in range(attempts):
        try:
            return await op()
        except retry_on as error:
            last = error
            await asyncio.sleep(jitter(min(cap, base * 2**n)))
    raise last
