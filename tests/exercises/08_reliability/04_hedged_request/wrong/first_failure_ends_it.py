"""The first failure comes out of your function, although the other replicas could have answered. To have several of
them is of use just then. Who is asked when one has failed, and when is there nobody left to ask?
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
                under_way, timeout=after if not_asked else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                return task.result()
            to_ask = len(done) or 1
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
