"""Done callbacks: whenever a fetch is over, its callback begins the next one; a future tells that all are
over."""

import asyncio


async def crawl(fetch, urls, limit):
    if not urls:
        return []
    finished = asyncio.get_running_loop().create_future()
    tasks = []
    over = 0

    def begin():
        if len(tasks) < len(urls) and not finished.done():
            task = asyncio.create_task(fetch(urls[len(tasks)]))
            tasks.append(task)
            task.add_done_callback(ended)

    def ended(task):
        nonlocal over
        over += 1
        begin()
        if over == len(urls):
            finished.set_result(None)

    for _ in range(limit):
        begin()
    try:
        await finished
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return [task.result() for task in tasks]
