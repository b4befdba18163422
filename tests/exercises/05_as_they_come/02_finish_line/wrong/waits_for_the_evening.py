"""Your board always stays open until the limit, even if everybody has come in long before. The limit is the
latest end of the race, not the only one. How do you notice that nobody is out any more?
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
        await asyncio.sleep(limit)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
