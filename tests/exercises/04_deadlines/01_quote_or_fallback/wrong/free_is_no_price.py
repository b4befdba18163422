"""A price of 0 is false in a condition, so you take it for no answer. What says that an answer is missing is
None, or another way through your code.
"""

import asyncio


async def quote(ask, limit, fallback):
    price = None
    try:
        async with asyncio.timeout(limit) as deadline:
            price = await ask()
    except TimeoutError:
        if not deadline.expired():
            raise
    return price or fallback
