"""When you are cancelled and a task fails afterwards, its error comes out of `stop`: your own cancellation is
lost, and the other tasks are not waited for. A shield keeps the cancellation away from the task, and not the
task's error away from you.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    try:
        if tasks:
            await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            while not task.done():
                try:
                    await asyncio.shield(task)
                except asyncio.CancelledError:
                    pass
        raise
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
