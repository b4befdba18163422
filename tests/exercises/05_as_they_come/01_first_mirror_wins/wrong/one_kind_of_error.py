"""You expect that a mirror can only fail with an OSError. A mirror that does not know the file, or that
answers nonsense, fails in another way, and its exception ends the whole race. What does the task say about
the kinds of failure?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                return await next_one
            except OSError:
                pass
        raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
