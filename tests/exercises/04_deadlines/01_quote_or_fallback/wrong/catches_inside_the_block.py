"""You catch the TimeoutError inside of the block, where it never is. When the time is up, what arrives
inside is a CancelledError. Where does the block turn it into a TimeoutError?
"""

import asyncio


async def quote(ask, limit, fallback):
    async with asyncio.timeout(limit) as deadline:
        try:
            return await ask()
        except TimeoutError:
            if deadline.expired():
                return fallback
            raise
