"""You ask a second replica, and then no other for the sake of time: you wait for these two. If both are slow, the third
one could have answered long ago. Every `after` seconds the next one is asked, as long as there is one.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = 1
    try:
        while True:
            for _ in range(min(to_ask, len(not_asked))):
                under_way.add(asyncio.create_task(not_asked.pop(0)()))
            done, under_way = await asyncio.wait(
                under_way,
                timeout=after if len(not_asked) + 1 == len(replicas) else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
            if not under_way and not not_asked:
                raise done.pop().exception()
            to_ask = len(done) or 1
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
