"""You look every half a second whether the charge has ended. So you are late, by up to half a second each
time, and busy all the time. There are ways to be woken at the moment when a task ends.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    cancellation = None
    while not charging.done():
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as error:
            cancellation = error
    record(order, charging.result())
    if cancellation:
        raise cancellation
    return charging.result()
