"""You wait once more after a cancellation, but only once. The second one ends this wait, and the tasks are
still tidying up. How often can somebody cancel you?
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    if tasks:
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            await asyncio.wait(tasks)
            raise
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
