"""A task for each task waits for its end; the wait for all of these is repeated when it is cancelled."""

import asyncio


async def stop(tasks):
    tasks = tuple(tasks)
    failures = []

    async def see_to(task):
        try:
            await task
        except asyncio.CancelledError:
            pass
        except BaseException as error:
            failures.append(error)

    for task in tasks:
        task.cancel()
    waits = {asyncio.create_task(see_to(task)) for task in tasks}
    caught = []
    while waits:
        try:
            _, waits = await asyncio.wait(waits)
        except asyncio.CancelledError as error:
            caught.append(error)
            waits = {wait for wait in waits if not wait.done()}
    if caught:
        raise caught[-1]
    return failures
