"""You wait until the losers have ended, but you never look at how. If one of them fails while it cleans up,
its exception is never read, and Python says so in the log: "Task exception was never retrieved". Wait in a
way that takes the exceptions too.
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
        await asyncio.wait(tasks)
