"""Your alarm cancels the task that runs `quote`, and nobody switches it off when the price comes early. The
caller goes on with other work, and is cancelled in the middle of it: its own request was answered long ago.
"""

import asyncio


async def quote(ask, limit, fallback):
    me = asyncio.current_task()
    late = False

    def ring():
        nonlocal late
        late = True
        me.cancel()

    asyncio.get_running_loop().call_later(limit, ring)
    try:
        return await ask()
    except asyncio.CancelledError:
        if late and not me.uncancel():
            return fallback
        raise
