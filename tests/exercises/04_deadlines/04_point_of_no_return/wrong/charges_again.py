"""When you are cancelled, you charge a second time, to be sure. The first charge was still under way, or
torn apart: the customer pays twice. There is one charge, and you have to stay for its end.
"""

import asyncio


async def pay(charge, record, order):
    cancellation = None
    while True:
        try:
            receipt = await charge(order)
            break
        except asyncio.CancelledError as error:
            cancellation = error
    record(order, receipt)
    if cancellation:
        raise cancellation
    return receipt
