"""Whoever is cancelled while waiting waits again before the cancellation goes on: `finally` does it."""

import asyncio


async def all_ended(tasks):
    if left := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(left)
        finally:
            await all_ended(left)


async def stop(tasks):
    tasks = set(tasks)
    for task in tasks:
        task.cancel()
    await all_ended(tasks)
    return [task.exception() for task in tasks if not task.cancelled() and task.exception() is not None]
