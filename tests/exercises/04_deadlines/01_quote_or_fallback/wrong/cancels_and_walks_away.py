"""You cancel the request and return in the same breath. `cancel()` is only a request to stop: it takes effect
later, and hanging up may take a while. When you return, it has not stopped yet.
"""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    try:
        done, _ = await asyncio.wait([request], timeout=limit)
        return request.result() if done else fallback
    finally:
        request.cancel()
