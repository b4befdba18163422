"""Every task announces its end in a queue; own cancellations are noted between two announcements."""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    ended = asyncio.Queue()
    for task in tasks:
        task.add_done_callback(ended.put_nowait)
        task.cancel()
    failures = []
    seen = 0
    while seen < len(tasks):
        try:
            task = await ended.get()
        except asyncio.CancelledError:
            continue
        seen += 1
        if not task.cancelled() and task.exception() is not None:
            failures.append(task.exception())
    if asyncio.current_task().cancelling():
        raise asyncio.CancelledError
    return failures
