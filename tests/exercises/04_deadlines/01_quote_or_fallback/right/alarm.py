"""An alarm clock of its own, which cancels the request. If nobody has cancelled this task, it was the
alarm."""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.ensure_future(ask())
    alarm = asyncio.get_running_loop().call_later(limit, request.cancel)
    try:
        return await request
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling():
            raise
        return fallback
    finally:
        alarm.cancel()
