"""When you are cancelled, you sleep for as long as a charge usually takes. That is too long today and too
short tomorrow, and the sleep can be cancelled as well. Wait for the charge itself.
"""

import asyncio


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    try:
        receipt = await asyncio.shield(charging)
    except asyncio.CancelledError:
        await asyncio.sleep(3)
        record(order, charging.result())
        raise
    record(order, receipt)
    return receipt
