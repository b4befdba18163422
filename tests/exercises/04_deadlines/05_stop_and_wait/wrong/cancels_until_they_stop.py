"""You cancel the tasks again and again until they stop. A task that is tidying up is torn out of it by the
second request: it stops sooner, and leaves a mess. Ask once, and have patience.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    own = None
    while pending := [task for task in tasks if not task.done()]:
        for task in pending:
            task.cancel()
        try:
            await asyncio.wait(pending, timeout=0.75)
        except asyncio.CancelledError as error:
            own = error
    if own:
        raise own
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
