"""`asyncio.wait` does not disturb the tasks when you are cancelled, and that is good. But you leave at
once, while they are still tidying up, and whoever waits for you throws the main switch.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
    return [task.exception() for task in tasks if not task.cancelled() and task.exception()]
