"""You try again after every TimeoutError, also where it is not in `retry_on`. Whether it is worth another try is for
your caller to say: name in your `except` what is in `retry_on`, and nothing else.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for number in range(1, attempts + 1):
        try:
            return await op()
        except (TimeoutError, *retry_on):
            if number == attempts:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2 ** (number - 1))))
