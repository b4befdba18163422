"""Two downloads can end at the same moment. You look at one of those that have ended, and forget the other,
even if it is the one that has succeeded. `asyncio.wait` returns a set because there may be more than one in
it.
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            first = min(done, key=tasks.index)
            if not first.exception():
                return first.result()
        raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
