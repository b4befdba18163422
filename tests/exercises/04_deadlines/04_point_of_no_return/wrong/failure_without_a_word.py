"""When the charge fails, you return as if it had not been asked for. The machine takes None for a receipt.
An error that you cannot repair belongs to your caller.
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
    if charging.exception():
        return None
    record(order, charging.result())
    if cancellation:
        raise cancellation
    return charging.result()
