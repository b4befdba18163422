"""All are cancelled first, so they tidy up together. Then one is awaited after the other, behind a shield;
whose cancellation it was is asked of the task."""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    failures, own = [], None
    for task in tasks:
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError as error:
                if not task.done() or asyncio.current_task().cancelling():
                    own = error
            except Exception:
                break
        if not task.cancelled() and task.exception():
            failures.append(task.exception())
    if own is not None:
        raise own
    return failures
