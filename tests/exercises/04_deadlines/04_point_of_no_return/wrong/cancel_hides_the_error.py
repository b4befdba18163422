"""When a charge fails that somebody has cancelled, the CancelledError comes out, and the error is lost.
Nobody learns that the card was refused. Which of the two comes first?
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
    if charging.exception() is None:
        record(order, charging.result())
    if cancellation:
        raise cancellation
    return charging.result()
