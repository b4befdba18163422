"""When the time is up, all is well. When you are cancelled yourself, you leave at once, and the request
goes on without you: `asyncio.wait` does not cancel what it waits for. What runs on every way out?
"""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    done, _ = await asyncio.wait([request], timeout=limit)
    if done:
        return request.result()
    request.cancel()
    await asyncio.wait([request])
    return fallback
