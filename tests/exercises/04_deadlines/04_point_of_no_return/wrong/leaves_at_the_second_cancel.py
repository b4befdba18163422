"""Your second wait is shielded, but it can be cancelled, too. Then you leave while the charge is still
under way, and it is never recorded. How long do you have to go on waiting?
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    try:
        receipt = await asyncio.shield(charging)
    except asyncio.CancelledError:
        record(order, await asyncio.shield(charging))
        raise
    record(order, receipt)
    return receipt
