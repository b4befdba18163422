"""You begin all orders at once, as if there were a cook for each of them. Where in your program does the
number of cooks limit anything?
"""

import asyncio


async def kitchen(orders, cook, cooks):
    results = await asyncio.gather(*map(cook, orders), return_exceptions=True)
    return {o: r for o, r in zip(orders, results) if not isinstance(r, Exception)}
