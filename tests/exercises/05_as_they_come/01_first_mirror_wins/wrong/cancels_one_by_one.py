"""You cancel one loser, wait until it is clean, and only then cancel the next one. All this time the
others go on with their downloads, and the clean-ups add up. Tell everybody first; wait afterwards.
"""

import asyncio
import contextlib


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                return await next_one
            except Exception:
                pass
        raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
    finally:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task
