"""If all fail, you raise a group with all errors. That is a good thing where the caller wants to know everything. Here the
caller waits for one error, the last one, as it is, and an `except OSError` does not look into a group.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = 1
    errors = []
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
                errors.append(task.exception())
            if not under_way and not not_asked:
                raise ExceptionGroup("nobody has answered", errors)
            to_ask = len(done) or 1
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
