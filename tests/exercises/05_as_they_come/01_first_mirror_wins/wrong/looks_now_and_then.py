"""You sleep a little, look whether a download has ended, and sleep again. So you always learn of it a little
late, and you wake up many times for nothing. What lets you wait for the end of a task itself?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetcher()) for fetcher in fetchers]
    try:
        while True:
            for task in tasks:
                if task.done() and task.exception() is None:
                    return task.result()
            if all(task.done() for task in tasks):
                raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
            await asyncio.sleep(0.1)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
