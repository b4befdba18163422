"""You cancel everything that `asyncio.all_tasks()` knows. That is every task of the program: also those of
another call of `first_good`, which has nothing to do with your race. Stop only what you have started
yourself.
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
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
