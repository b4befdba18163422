"""You wait for the tasks with a limit of your own, to be on the safe side. A lamp that needs longer is still
hot when you return, and the main switch is thrown. How long does `stop` have to wait?
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    cancellation = None
    end = asyncio.get_running_loop().time() + 10
    while left := [task for task in tasks if not task.done()]:
        seconds = end - asyncio.get_running_loop().time()
        if seconds <= 0:
            break
        try:
            await asyncio.wait(left, timeout=seconds)
        except asyncio.CancelledError as error:
            cancellation = error
    if cancellation:
        raise cancellation
    return [task.exception() for task in tasks if task.done() and not task.cancelled() and task.exception()]
