"""You take every TimeoutError for your own limit. The carrier has time limits too, and when one of those
fails it, you hide the failure behind a price. Whose TimeoutError was it?
"""

import asyncio


async def quote(ask, limit, fallback):
    try:
        return await asyncio.wait_for(ask(), limit)
    except TimeoutError:
        return fallback
