"""You ask every task for its `exception()`. A task that was cancelled answers this question with a
CancelledError, which comes out of `stop` as if somebody had cancelled you. What has to be asked first?
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
    return [task.exception() for task in tasks if task.exception()]
