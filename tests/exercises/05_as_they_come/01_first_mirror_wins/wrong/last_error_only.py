"""If all mirrors fail, you raise the error of just one of them. The other errors are lost, and with them the
hint what is wrong. Each of them says something: where do you keep them until it is clear that nobody wins?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    last = None
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                return await next_one
            except Exception as error:
                last = error
        raise last
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
