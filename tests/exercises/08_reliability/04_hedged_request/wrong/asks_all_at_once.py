"""You ask every replica at the start. The answer comes as early as it can, but each question makes work for all
replicas, also on the many days on which the first one is quick. Ask the next one only when there is a reason.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = len(replicas)
    try:
        while True:
            for _ in range(min(to_ask, len(not_asked))):
                under_way.add(asyncio.create_task(not_asked.pop(0)()))
            done, under_way = await asyncio.wait(
                under_way, timeout=after if not_asked else None, return_when=asyncio.FIRST_COMPLETED
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
