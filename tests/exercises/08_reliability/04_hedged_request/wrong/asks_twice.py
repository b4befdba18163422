"""When all replicas have been asked and it is quiet for `after` seconds, you begin anew with the first one. A replica that
has too much to do gets the same question twice. Each is asked at most once: at the end of the list, only wait.
"""

import asyncio


async def hedged(replicas, after):
    asked = 0
    failures = 0
    under_way = set()
    try:
        while True:
            if asked < len(replicas) or not done:
                under_way.add(asyncio.create_task(replicas[asked % len(replicas)]()))
                asked += 1
            done, under_way = await asyncio.wait(
                under_way, timeout=after, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
                failures += 1
                if failures == len(replicas):
                    raise task.exception()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
