"""`except CancelledError: pass` around `await task` is meant for the cancellation of the task. It takes
yours as well, and before that, the await has passed yours on to the task and disturbed it. Who was
cancelled?
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    failures = []
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            pass
        except Exception as error:
            failures.append(error)
    return failures
