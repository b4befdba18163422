"""You sleep for the whole limit and look then. A price that arrives after one second is shown after three.
Wait for the price itself, with the limit beside it.
"""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    try:
        await asyncio.sleep(limit)
    finally:
        if not request.done():
            request.cancel()
            await asyncio.wait([request])
    return fallback if request.cancelled() else request.result()
