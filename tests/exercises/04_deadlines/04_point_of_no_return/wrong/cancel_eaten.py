"""You wait for the charge, record it, and return as if nothing had happened. Whoever has cancelled you
believes that it did not work. A cancellation that is put off has to come out in the end.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    while not charging.done():
        try:
            await asyncio.wait([charging])
        except asyncio.CancelledError:
            pass
    receipt = charging.result()
    record(order, receipt)
    return receipt
