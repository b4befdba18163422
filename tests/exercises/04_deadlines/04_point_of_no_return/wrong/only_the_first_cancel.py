"""After the first cancellation you wait for the charge once more, without a shield. The second one goes
straight into it. How often can a customer press "cancel"?
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    try:
        receipt = await asyncio.shield(charging)
    except asyncio.CancelledError:
        receipt = await charging
        record(order, receipt)
        raise
    record(order, receipt)
    return receipt
