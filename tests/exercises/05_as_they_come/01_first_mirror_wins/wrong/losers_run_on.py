"""You return the file, and the other downloads go on behind your back: they use the line, and the mirrors
work for nobody. A task does not end because you stop looking at it. Who tells it to stop?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    for next_one in asyncio.as_completed(tasks):
        try:
            return await next_one
        except Exception:
            pass
    raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
