"""You keep the payments in a dict by their orders. Two customers who buy the same ticket have the same entry,
and one of them gets the receipt of the other. What do two calls never share, whatever their arguments are?
"""

import asyncio

charges = {}


async def pay(charge, record, order):
    charges[order] = asyncio.create_task(charge(order))
    cancellation = None
    while not charges[order].done():
        try:
            await asyncio.wait([charges[order]])
        except asyncio.CancelledError as error:
            cancellation = error
    receipt = charges[order].result()
    record(order, receipt)
    if cancellation:
        raise cancellation
    return receipt
