"""You wait for the losers in a way that lets their errors out. So a loser whose clean-up fails takes the file
away from your caller, although it was there. How can you wait for a task without being hit by what it
raises?
"""

import asyncio
from contextlib import suppress


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
        losers = [task for task in tasks if not task.done()]
        for loser in losers:
            loser.cancel()
        for loser in losers:
            with suppress(asyncio.CancelledError):
                await loser
