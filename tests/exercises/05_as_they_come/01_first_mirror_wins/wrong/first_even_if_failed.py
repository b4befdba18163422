"""You take whatever ends first. A mirror that is down often answers sooner than all others, and its failure
ends the race although a good mirror was on its way. What do you want to know of a download that has ended,
before you stop the rest?
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task in done).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
