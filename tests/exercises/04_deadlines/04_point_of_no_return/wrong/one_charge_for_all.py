"""You keep the charge in one variable for all payments. When a second payment begins before the first has
ended, the first one waits for the wrong charge. Where does a variable live that belongs to one call?
"""

import asyncio

charging = None


async def pay(charge, record, order):
    global charging
    charging = asyncio.create_task(charge(order))
    cancellation = None
    while not charging.done():
        try:
            await asyncio.wait([charging])
        except asyncio.CancelledError as error:
            cancellation = error
    receipt = charging.result()
    record(order, receipt)
    if cancellation:
        raise cancellation
    return receipt
