"""You wait until the charge has ended, and then the cancellation comes out before the line that records.
The money is gone, and the book does not know of it.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    cancellation = None
    while not charging.done():
        try:
            await asyncio.wait([charging])
        except asyncio.CancelledError as error:
            cancellation = error
    receipt = charging.result()
    if cancellation:
        raise cancellation
    record(order, receipt)
    return receipt
