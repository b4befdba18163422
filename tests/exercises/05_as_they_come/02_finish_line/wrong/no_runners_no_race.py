"""With runners all is well. Without any, `asyncio.wait` refuses: it wants at least one task to wait for. What
should happen when the list is empty?
"""

import asyncio


async def board(runners, show, limit):
    names = []

    async def follow(runner):
        try:
            name, time = await runner
        except OSError:
            return
        names.append(name)
        show(len(names), name, time)

    tasks = [asyncio.create_task(follow(runner)) for runner in runners]
    try:
        await asyncio.wait(tasks, timeout=limit)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
