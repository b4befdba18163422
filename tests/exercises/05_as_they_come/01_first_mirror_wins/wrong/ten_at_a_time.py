"""You let ten downloads go on at a time, and the others wait for their turn. Perhaps the one mirror that works is
among them. What does the task say about when the downloads start?
"""

import asyncio


async def first_good(fetchers):
    turns = asyncio.Semaphore(10)

    async def download(fetcher):
        async with turns:
            return await fetcher()

    tasks = [asyncio.create_task(download(fetcher)) for fetcher in fetchers]
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
        await asyncio.gather(*tasks, return_exceptions=True)
