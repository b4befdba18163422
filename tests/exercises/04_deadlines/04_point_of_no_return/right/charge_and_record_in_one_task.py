"""Charge and record belong together, so they are one task; `pay` only waits for it."""

import asyncio


async def charge_and_record(charge, record, order):
    receipt = await charge(order)
    record(order, receipt)
    return receipt


async def pay(charge, record, order):
    payment = asyncio.create_task(charge_and_record(charge, record, order))
    try:
        return await asyncio.shield(payment)
    except asyncio.CancelledError:
        while not payment.done():
            try:
                await asyncio.wait({payment})
            except asyncio.CancelledError:
                continue
        payment.result()  # raises the error of the charge
        raise
