"""You let no call take longer than `cap`. But `cap` limits the delays between the calls; a call takes as long
as it takes, and a slow answer is an answer.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await asyncio.wait_for(op(), cap)
        except retry_on:
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
