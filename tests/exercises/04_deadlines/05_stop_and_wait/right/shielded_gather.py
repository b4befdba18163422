"""`gather` collects the ends, a shield keeps cancellations away from it, and the wait is repeated."""

import asyncio


async def stop(tasks):
    tasks = [*tasks]
    for task in tasks:
        task.cancel()
    ends = asyncio.gather(*tasks, return_exceptions=True)
    cancelled = False
    while not ends.done():
        try:
            await asyncio.shield(ends)
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
    return [
        end
        for end in await ends
        if isinstance(end, BaseException) and not isinstance(end, asyncio.CancelledError)
    ]
