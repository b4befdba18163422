"""A done callback sets an event, and the event is what `pay` waits for."""

import asyncio


async def pay(charge, record, order):
    over = asyncio.Event()
    charging = asyncio.create_task(charge(order))
    charging.add_done_callback(lambda _: over.set())
    cancellations = []
    while not over.is_set():
        try:
            await over.wait()
        except asyncio.CancelledError as cancellation:
            cancellations.append(cancellation)
    if charging.exception() is not None:
        raise charging.exception()
    record(order, charging.result())
    for cancellation in cancellations:
        raise cancellation
    return charging.result()
