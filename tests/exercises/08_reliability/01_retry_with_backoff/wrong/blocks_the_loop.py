"""You wait with `time.sleep`. It stops the whole event loop: during each of your waits no other task of the
program can do anything, and no cancellation reaches you.
"""

import time


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except retry_on:
            if n == attempts - 1:
                raise
        time.sleep(jitter(min(cap, base * 2**n)))
