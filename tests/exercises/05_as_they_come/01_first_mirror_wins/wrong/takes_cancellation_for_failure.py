"""Your `except` catches more than failures. When your caller cancels you, a CancelledError arrives at your
`await`; you take it for one more mirror that is down, and go on with the race. Which class do all failures
have in common, and CancelledError not?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                return await next_one
            except BaseException:
                pass
        raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
