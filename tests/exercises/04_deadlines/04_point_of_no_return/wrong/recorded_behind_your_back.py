"""Charge and record go on together behind the shield, and everything is recorded in the end. But `pay` has
ended long before: whoever cancelled it goes on while the money is still moving, and an error of the charge
reaches nobody.
"""

import asyncio


async def pay(charge, record, order):
    async def work():
        receipt = await charge(order)
        record(order, receipt)
        return receipt

    return await asyncio.shield(work())
