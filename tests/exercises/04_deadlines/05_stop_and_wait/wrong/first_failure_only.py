"""`gather` raises the first failure and waits no longer. The other tasks are still tidying up, and their
failures are lost. There is a way to get every end as a value.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)

    async def end_of(task):
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if not task.cancelled():
                raise

    for task in tasks:
        task.cancel()
    ends = asyncio.gather(*map(end_of, tasks))
    own = None
    while not ends.done():
        try:
            await asyncio.shield(ends)
        except asyncio.CancelledError as error:
            own = error
        except Exception as error:
            return [error]
    if own:
        raise own
    return []
