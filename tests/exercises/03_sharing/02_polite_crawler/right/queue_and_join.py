"""Workers wait at a queue for ever; when all pages have come, and also when it is cancelled, they are sent
home.
"""

import asyncio


async def crawl(fetch, urls, limit):
    todo = asyncio.Queue()
    bodies = {}

    async def worker():
        while True:
            url = await todo.get()
            bodies[url] = await fetch(url)
            todo.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    try:
        for url in urls:
            todo.put_nowait(url)
        await todo.join()
    finally:
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return [bodies[url] for url in urls]
