"""asyncio.wait until the first end, again and again, until one of the ended ones is a success."""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.ensure_future(fetcher()) for fetcher in fetchers]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all mirrors failed", [task.exception() for task in tasks])
