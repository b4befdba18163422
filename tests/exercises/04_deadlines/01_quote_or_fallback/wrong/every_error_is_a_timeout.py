"""You answer every error with the fallback. A wrong address, a lost connection, a mistake in your own code:
all of them look like a slow carrier now, and nobody will ever mend them. Catch only what you have an answer
to.
"""

import asyncio


async def quote(ask, limit, fallback):
    try:
        async with asyncio.timeout(limit):
            return await ask()
    except Exception:
        return fallback
