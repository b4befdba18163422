"""You raise the failures as a group. Here they are news and not an accident: the stage manager has asked
for a list, and gets an exception when there is something on it.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    own = None
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError as error:
            own = error
    if own:
        raise own
    failures = [task.exception() for task in tasks if not task.cancelled() and task.exception()]
    if failures:
        raise ExceptionGroup("some machines had trouble", failures)
    return []
