"""A future filled by the callback of a helper task; a cancelled wait cancels the helper."""

import asyncio
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    total: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def sell() -> int:
        amount = await price_of(item) * qty
        await save(item, amount)
        return amount

    def hand_over(selling: asyncio.Task[int]) -> None:
        if selling.cancelled():
            total.cancel()
        elif error := selling.exception():
            total.set_exception(error)
        else:
            total.set_result(selling.result())

    selling = asyncio.create_task(sell())
    selling.add_done_callback(hand_over)
    try:
        return await total
    except asyncio.CancelledError:
        selling.cancel()
        raise
