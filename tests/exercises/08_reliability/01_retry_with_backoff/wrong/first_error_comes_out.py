"""When nothing works, you raise the error of the first call. What your caller wants to know is how it stands
now: the error of the last call.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    first = None
    for n in range(attempts):
        try:
            return await op()
        except retry_on as error:
            first = first or error
        if n < attempts - 1:
            await asyncio.sleep(jitter(min(cap, base * 2**n)))
    raise first
