"""You cancel the losers and return at once. But `cancel()` only asks: when your caller already has the file,
the losers are still busy with their clean-up, and nobody knows when they have finished. Wait for them.
"""

import asyncio


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
