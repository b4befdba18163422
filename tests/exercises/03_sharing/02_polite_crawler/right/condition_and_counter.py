"""A counter of free slots under a condition; the pages enter in order and their tasks belong to a group."""

import asyncio


async def crawl(fetch, urls, limit):
    changed = asyncio.Condition()
    free = limit

    async def visit(url):
        nonlocal free
        try:
            return await fetch(url)
        finally:
            async with changed:
                free += 1
                changed.notify()

    tasks = []
    async with asyncio.TaskGroup() as group:
        for url in urls:
            async with changed:
                while not free:
                    await changed.wait()
                free -= 1
            tasks.append(group.create_task(visit(url)))
    return [task.result() for task in tasks]
