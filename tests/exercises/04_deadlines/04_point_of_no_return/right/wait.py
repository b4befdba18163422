"""`asyncio.wait` neither cancels what it waits for nor raises its errors."""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.ensure_future(charge(order))
    cancelled = False
    while not charging.done():
        try:
            await asyncio.wait([charging])
        except asyncio.CancelledError:
            cancelled = True
    record(order, receipt := charging.result())
    if cancelled:
        raise asyncio.CancelledError
    return receipt
