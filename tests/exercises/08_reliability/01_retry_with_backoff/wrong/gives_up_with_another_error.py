"""When nothing works, you raise an error of your own. Your caller knows how to treat a ConnectionError, and
waits for one; yours is not caught there. The error of the last call is to come out as it is.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on as error:
            if n == attempts - 1:
                raise RuntimeError(f"given up after {attempts} attempts") from error
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
