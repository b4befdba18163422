"""You wait again after a cancellation, but only so many times. One customer will press "cancel" once more.
What tells you that the charge has ended is the charge, not a count.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    cancellation = None
    for _ in range(3):
        try:
            await asyncio.wait([charging])
            break
        except asyncio.CancelledError as error:
            cancellation = error
    record(order, charging.result())
    if cancellation:
        raise cancellation
    return charging.result()
