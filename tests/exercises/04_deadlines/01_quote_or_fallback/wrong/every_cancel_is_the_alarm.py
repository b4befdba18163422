"""Your timer cancels the request, and you take every CancelledError for this timer. But it also arrives when
somebody cancels you: then you answer with a price where you were asked to stop. Who has cancelled whom?
"""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    alarm = asyncio.get_running_loop().call_later(limit, request.cancel)
    try:
        return await request
    except asyncio.CancelledError:
        return fallback
    finally:
        alarm.cancel()
