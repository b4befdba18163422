"""A replica may fail with a TimeoutError of its own. You take it for the end of your `after` seconds, and forget it. When
nobody is left, there is no error that you could raise. A task that has ended is no matter of time any more.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = 1
    error = None
    try:
        while True:
            for _ in range(min(to_ask, len(not_asked))):
                under_way.add(asyncio.create_task(not_asked.pop(0)()))
            done, under_way = await asyncio.wait(
                under_way, timeout=after if not_asked else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                try:
                    return await task
                except TimeoutError:
                    continue
                except Exception as failure:
                    error = failure
            if not under_way and not not_asked:
                raise error
            to_ask = len(done) or 1
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
