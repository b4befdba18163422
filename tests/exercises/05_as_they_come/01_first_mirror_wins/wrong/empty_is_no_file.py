"""You ask `if file:`, and an empty file is false in Python. A mirror that has delivered `b""` is treated as
one that has not delivered. Whether a download has succeeded is not a question of its value.
"""

import asyncio


async def first_good(fetchers):
    async def attempt(fetch):
        try:
            return await fetch()
        except Exception as error:
            errors[fetch] = error
            return None

    errors = {}
    tasks = [asyncio.create_task(attempt(fetch)) for fetch in fetchers]
    try:
        for next_one in asyncio.as_completed(tasks):
            file = await next_one
            if file:
                return file
        raise ExceptionGroup("no mirror works", [errors[fetch] for fetch in fetchers])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
