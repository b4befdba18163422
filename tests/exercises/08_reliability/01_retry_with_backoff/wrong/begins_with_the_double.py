"""Your first wait is already `2 * base`. The exponent is the number of waits before this one, and before the
first wait there was none. Write down the first three delays by hand, and compare.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if n == attempts:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
