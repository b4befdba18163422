"""`asyncio.wait` with a timeout never raises and never cancels: both are done by hand."""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    try:
        done, _ = await asyncio.wait([request], timeout=limit)
    finally:
        if request.cancel():  # False if it has ended
            await asyncio.wait([request])
    return request.result() if done else fallback
