"""You cancel all tasks and return. `cancel()` is only a request: when you return, none of them has even
begun to tidy up, and the main switch is thrown.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.sleep(0)
    return [task.exception() for task in tasks if task.done() and not task.cancelled() and task.exception()]
