"""Your `except` catches the cancellation as well. Somebody wants you to stop, and you wait a moment and call
again. CancelledError is no `Exception`, for this very reason: who does not name it lets it pass.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except (asyncio.CancelledError, *retry_on):
            if n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
