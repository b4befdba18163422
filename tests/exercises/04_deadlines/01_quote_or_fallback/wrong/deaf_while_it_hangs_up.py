"""While the request hangs up, you catch every CancelledError, for the request ends with one. Yours arrives at
the same line, and you catch it too: you answer with a price where you were asked to stop. Which way of
waiting for a task never raises what the task raises?
"""

import asyncio
import contextlib


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    try:
        await asyncio.wait([request], timeout=limit)
    except asyncio.CancelledError:
        request.cancel()
        raise
    if not request.done():
        request.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await request
        return fallback
    return request.result()
