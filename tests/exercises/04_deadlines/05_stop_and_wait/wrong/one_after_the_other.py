"""You cancel a task and wait for its end before you cancel the next one. So the clean-ups follow one
another, and all the others go on working in the meantime. Tell everybody first; wait afterwards.
"""

import asyncio


async def stop(tasks):
    failures = []
    own = None
    for task in list(tasks):
        task.cancel()
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError as error:
                own = error
        if not task.cancelled() and task.exception():
            failures.append(task.exception())
    if own:
        raise own
    return failures
