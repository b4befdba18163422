"""You expect that a replica can only fail with an OSError. Another kind of exception comes out of your function at once,
although others could still answer. What does the task say about the kinds of failure?
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
                if not isinstance(task.exception(), OSError):
                    return task.result()
            if not under_way and not not_asked:
                raise done.pop().exception()
            to_ask = len(done) or 1
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
