"""With tasks all is well. Without any, `asyncio.wait` refuses: it needs at least one task to wait for. What
should happen when there is none?
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    own = None
    while True:
        try:
            await asyncio.wait(tasks)
            break
        except asyncio.CancelledError as error:
            own = error
    if own:
        raise own
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
