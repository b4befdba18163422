"""That the alarm has rung is noted in a variable for all quotes, and it stays noted. After the first slow
request each cancellation looks as if it came from the alarm. Where does a variable live that belongs to one
call?
"""

import asyncio

late = False


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())

    def ring():
        global late
        late = True
        request.cancel()

    alarm = asyncio.get_running_loop().call_later(limit, ring)
    try:
        return await request
    except asyncio.CancelledError:
        if late:
            return fallback
        raise
    finally:
        alarm.cancel()
