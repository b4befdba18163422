"""After the last failure your loop ends, and with it the function: it returns None. Your caller believes that
all is well. Who raises the last error?
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n < attempts - 1:
                await asyncio.sleep(jitter(min(cap, base * 2**n)))
