"""The charge's outcome is collected by `gather`, as a value, so the shield never raises an error of the
charge."""

import asyncio


async def pay(charge, record, order):
    async def outcome():
        [result] = await asyncio.gather(charge(order), return_exceptions=True)
        return result

    work = asyncio.create_task(outcome())
    cancelled = 0
    while not work.done():
        try:
            await asyncio.shield(work)
        except asyncio.CancelledError:
            cancelled += 1
    match work.result():
        case Exception() as error:
            raise error
        case receipt:
            record(order, receipt)
    if cancelled:
        raise asyncio.CancelledError(f"cancelled {cancelled} times")
    return receipt
