"""You catch OSError. TimeoutError is a kind of OSError, and so are lost connections and many other things
that have nothing to do with your limit.
"""

import asyncio


async def quote(ask, limit, fallback):
    try:
        async with asyncio.timeout(limit):
            return await ask()
    except OSError:
        return fallback
