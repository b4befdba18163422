"""You put your own cancellation off until all tasks have ended, and then you forget it: you return, and
whoever has cancelled you believes that it did not work.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError:
            continue
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
