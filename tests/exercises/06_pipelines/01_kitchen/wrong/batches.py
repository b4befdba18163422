"""You cook the orders in rounds, and each round waits for its slowest dish. The cooks with quick dishes
stand idle until then. The next order needs one free cook, and not all of them.
"""

import asyncio


async def kitchen(orders, cook, cooks):
    dishes = {}
    for first in range(0, len(orders), cooks):
        round_ = orders[first : first + cooks]
        results = await asyncio.gather(*map(cook, round_), return_exceptions=True)
        for order, result in zip(round_, results):
            if not isinstance(result, Exception):
                dishes[order] = result
    return dishes
