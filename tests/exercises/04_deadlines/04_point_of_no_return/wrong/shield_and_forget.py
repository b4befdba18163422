"""The shield keeps the charge alive, and then you leave: the charge ends without you, and nobody records
it. A shield protects the task, and not the lines after the await.
"""

import asyncio


async def pay(charge, record, order):
    receipt = await asyncio.shield(charge(order))
    record(order, receipt)
    return receipt
