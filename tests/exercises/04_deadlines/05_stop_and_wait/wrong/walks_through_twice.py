"""You walk through `tasks` twice: once to cancel, once to wait. An iterator is empty the second time, so
you wait for nobody. What can be walked through as often as you like?
"""

import asyncio


async def stop(tasks):
    for task in tasks:
        task.cancel()
    tasks = list(tasks)
    own = None
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError as error:
            own = error
    if own:
        raise own
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
