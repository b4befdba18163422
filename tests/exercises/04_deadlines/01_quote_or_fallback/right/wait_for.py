"""`wait_for`, and the carrier's errors are caught inside, where no other TimeoutError can be."""

import asyncio


async def quote(ask, limit, fallback):
    failure = None

    async def request():
        nonlocal failure
        try:
            return await ask()
        except Exception as error:
            failure = error

    try:
        price = await asyncio.wait_for(request(), limit)
    except TimeoutError:
        return fallback
    if failure is not None:
        raise failure
    return price
