"""Who is cancelled while waiting waits once more, and raises afterwards: `finally` inside of `finally`."""

import asyncio


async def stay(task):
    if not task.done():
        try:
            await asyncio.wait([task])
        finally:
            await stay(task)


async def pay(charge, record, order):
    charging = asyncio.create_task(charge(order))
    try:
        await stay(charging)
    finally:
        if charging.exception() is not None:
            raise charging.exception() from None
        record(order, charging.result())
    return charging.result()
