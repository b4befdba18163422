"""You record before the charge has ended, so that nothing can come between. But there is no receipt yet,
and a charge that fails stands in the book as well.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    record(order, "")
    cancellation = None
    while not charging.done():
        try:
            await asyncio.wait([charging])
        except asyncio.CancelledError as error:
            cancellation = error
    receipt = charging.result()
    if cancellation:
        raise cancellation
    return receipt
